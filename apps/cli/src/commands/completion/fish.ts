import type { WordNode } from './word-tree.ts'

/** One line for each word, with the condition under which it is offered. */
export function fishScript(nodes: readonly WordNode[]): string {
  return nodes
    .flatMap((node) => {
      const condition = conditionOf(node)
      return [
        ...node.commands.map(({ word, text }) => `complete -c nationec -f -n "${condition}" -a ${word} -d '${text}'`),
        ...node.options.map(
          ({ word, text }) => `complete -c nationec -n "${condition}" -l ${word.slice(2)} -d '${text}'`,
        ),
      ]
    })
    .join('\n')
}

function conditionOf({ path, commands }: WordNode): string {
  if (path === '') return '__fish_use_subcommand'
  const seen = path.split(' ').map((word) => `__fish_seen_subcommand_from ${word}`)
  const further = commands.map(({ word }) => `not __fish_seen_subcommand_from ${word}`)
  return [...seen, ...further].join('; and ')
}
