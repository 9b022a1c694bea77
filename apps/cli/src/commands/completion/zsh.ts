import { alternatives, type OfferCase, optionCases, placeCases } from './cases.ts'
import type { Offer } from './offers.ts'
import type { Word, WordNode } from './word-tree.ts'

/** Words with their texts, through `_describe`; values, files and folders where they belong. */
export function zshScript(nodes: readonly WordNode[]): string {
  const cases = nodes.map(
    ({ path, commands, options }) => `    '${path}')
      words_here=(${described(commands)})
      options_here=(${described(options)})
      ;;`,
  )
  const paths = nodes.map(({ path }) => path).filter((path) => path !== '')
  const values = optionCases(nodes)
  return `#compdef nationec
_nationec() {
  local path_here='' word skip=''
  local -i place=0
  local -a words_here options_here
  for word in "\${(@)words[2,CURRENT-1]}"; do
    if [[ -n $skip ]]; then skip=''; continue; fi
    if [[ $word == -* ]]; then
      case "$path_here $word" in
        ${alternatives(values.flatMap(({ patterns }) => patterns))}) skip=1 ;;
      esac
      continue
    fi
    case "\${path_here:+$path_here }$word" in
${paths.map((path) => `      '${path}') path_here='${path}'; place=0 ;;`).join('\n')}
      *) place+=1 ;;
    esac
  done
  case "$path_here \${words[CURRENT-1]}" in
${offers(values)}
  esac
  case "$path_here" in
${cases.join('\n')}
  esac
  if [[ \${words[CURRENT]} == -* ]]; then _describe 'option' options_here; return; fi
  case "$path_here $place" in
${offers(placeCases(nodes))}
  esac
  (( \${#words_here} )) && _describe 'command' words_here
  _describe 'option' options_here
}
compdef _nationec nationec
`
}

function offers(cases: readonly OfferCase[]): string {
  return cases.map(({ patterns, offer }) => `    ${alternatives(patterns)}) ${given(offer)}; return ;;`).join('\n')
}

function given(offer: Offer): string {
  switch (offer.kind) {
    case 'words':
      return `compadd -- ${offer.words.join(' ')}`
    case 'folders':
      return '_files -/'
    case 'files':
      return '_files'
    case 'free':
      return "_message 'value'"
  }
}

function described(words: readonly Word[]): string {
  return words.map(({ word, text }) => `'${word}:${text}'`).join(' ')
}
