import type { Offer } from './offers.ts'
import type { WordNode } from './word-tree.ts'

/** One line for each word, with the condition under which it is offered; files only where they belong. */
export function fishScript(nodes: readonly WordNode[]): string {
  const lines = nodes.flatMap((node) => {
    const condition = conditionOf(node)
    return [
      ...node.commands.map(({ word, text }) => `complete -c nationec -n "${condition}" -a ${word} -d '${text}'`),
      ...node.options.map(
        ({ word, text, value }) =>
          `complete -c nationec -n "${condition}" -l ${word.slice(2)}${valueAfter(value)} -d '${text}'`,
      ),
      ...node.places.flatMap((offer) => placeOf(offer, condition)),
    ]
  })
  return ['complete -c nationec -f', ...lines].join('\n')
}

function valueAfter(offer: Offer | undefined): string {
  switch (offer?.kind) {
    case undefined:
      return ''
    case 'words':
      return ` -x -a '${offer.words.join(' ')}'`
    case 'folders':
      return " -x -a '(__fish_complete_directories)'"
    case 'files':
      return ' -r -F'
    case 'free':
      return ' -x'
  }
}

function placeOf(offer: Offer, condition: string): string[] {
  switch (offer.kind) {
    case 'words':
      return [`complete -c nationec -n "${condition}" -a '${offer.words.join(' ')}'`]
    case 'folders':
      return [`complete -c nationec -n "${condition}" -a '(__fish_complete_directories)'`]
    case 'files':
      return [`complete -c nationec -n "${condition}" -F`]
    case 'free':
      return []
  }
}

function conditionOf({ path, commands }: WordNode): string {
  if (path === '') return '__fish_use_subcommand'
  const seen = path.split(' ').map((word) => `__fish_seen_subcommand_from ${word}`)
  const further = commands.map(({ word }) => `not __fish_seen_subcommand_from ${word}`)
  return [...seen, ...further].join('; and ')
}
