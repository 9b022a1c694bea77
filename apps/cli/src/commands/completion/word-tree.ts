import type { Command } from 'commander'

/** What may be typed behind a command. */
export interface WordNode {
  /** The words before, without `nationec`: empty, `simulate`, `simulate dll`. */
  readonly path: string
  readonly commands: readonly Word[]
  readonly options: readonly Word[]
}

export interface Word {
  readonly word: string
  /** One line of English, without quotes. */
  readonly text: string
}

/** Every command with what may follow it. */
export function wordTree(program: Command): WordNode[] {
  return below(program, [])
}

function below(command: Command, path: readonly string[]): WordNode[] {
  const options = command.options
    .filter(({ hidden }) => !hidden)
    .map(({ long, description }) => word(long ?? '', description))
  const node = {
    path: path.join(' '),
    commands: command.commands.map((child) => word(child.name(), child.summary())),
    options: [...options, word('--help', 'show help')],
  }
  return [node, ...command.commands.flatMap((child) => below(child, [...path, child.name()]))]
}

/** Shells of all ages read the scripts: only ASCII, nothing that needs quoting. */
function word(text: string, description: string): Word {
  const english = description
    .replace(/[^\x20-\x7e].*$/s, '')
    .replaceAll(/['"`$\\:[\]]/g, '')
    .trim()
  return { word: text, text: english }
}
