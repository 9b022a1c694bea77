import type { Command } from 'commander'
import { type Offer, offerOfArgument, offerOfOption } from './offers.ts'

/** What may be typed behind a command. */
export interface WordNode {
  /** The words before, without `nationec`: empty, `simulate`, `simulate dll`. */
  readonly path: string
  readonly commands: readonly Word[]
  readonly options: readonly OptionWord[]
  /** What stands in the places behind the command. */
  readonly places: readonly Offer[]
}

export interface Word {
  readonly word: string
  /** One line of English, without quotes. */
  readonly text: string
}

export interface OptionWord extends Word {
  /** What stands behind it, if it takes a value. */
  readonly value: Offer | undefined
}

/** Every command with what may follow it, the one that shows help among them. */
export function wordTree(program: Command): WordNode[] {
  const [root, ...nodes] = below(program, [])
  if (root === undefined) return []
  const help = word('help', 'show help')
  const places: Offer[] = [{ kind: 'words', words: root.commands.map((command) => command.word) }]
  return [
    { ...root, commands: [...root.commands, help] },
    ...nodes,
    { path: 'help', commands: [], options: [], places },
  ]
}

function below(command: Command, path: readonly string[]): WordNode[] {
  const options = command.options
    .filter(({ hidden }) => !hidden)
    .map((option) => ({ ...word(option.long ?? '', option.description), value: offerOfOption(option) }))
  const node = {
    path: path.join(' '),
    commands: command.commands.map((child) => word(child.name(), child.summary())),
    options: [...options, { ...word('--help', 'show help'), value: undefined }],
    places: command.registeredArguments.map(offerOfArgument),
  }
  return [node, ...command.commands.flatMap((child) => below(child, [...path, child.name()]))]
}

/** Shells of all ages read the scripts: only ASCII, nothing that needs quoting. */
function word(text: string, description: string): Word {
  const english = description
    .replace(/[^\x20-\x7e].*$/s, '')
    .replaceAll(/['"`$\\:[\]<>;|()]/g, '')
    .trim()
  return { word: text, text: english }
}
