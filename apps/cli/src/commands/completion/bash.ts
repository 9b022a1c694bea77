import { alternatives, type OfferCase, optionCases, placeCases } from './cases.ts'
import type { Offer } from './offers.ts'
import type { WordNode } from './word-tree.ts'

/**
 * The words before the cursor choose what is offered. Bash itself offers files where the function gives nothing. It runs
 * in bash 3.2, which macOS has.
 */
export function bashScript(nodes: readonly WordNode[]): string {
  const cases = nodes.map(({ path, commands, options }) => {
    const words = [...commands, ...options].map(({ word }) => word).join(' ')
    return `    '${path}') words='${words}' ;;`
  })
  const paths = nodes.map(({ path }) => path).filter((path) => path !== '')
  const values = optionCases(nodes)
  return `_nationec() {
  local IFS=$' \\t\\n' current="\${COMP_WORDS[COMP_CWORD]}" path='' word words='' i place=0 last
  for ((i = 1; i < COMP_CWORD; i++)); do
    word="\${COMP_WORDS[i]}"
    if [[ $word == -* ]]; then
      # A value behind its option is no place of the command.
      case "$path $word" in
${values.map(({ patterns }) => `        ${alternatives(patterns)}) ((i++)); [[ \${COMP_WORDS[i]} == '=' ]] && ((i++)) ;;`).join('\n')}
      esac
      continue
    fi
    case "\${path:+$path }$word" in
${paths.map((path) => `      '${path}') path='${path}'; place=0 ;;`).join('\n')}
      *) ((place++)) ;;
    esac
  done
  last="\${COMP_WORDS[COMP_CWORD-1]}"
  # Bash takes --option=value apart at the sign.
  if [[ $current == '=' ]]; then current=''
  elif [[ $last == '=' ]]; then last="\${COMP_WORDS[COMP_CWORD-2]}"
  fi
  COMPREPLY=()
  case "$path $last" in
${offers(values)}
  esac
  case "$path" in
${cases.join('\n')}
  esac
  [[ $current == -* ]] || case "$path $place" in
${offers(placeCases(nodes))}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _nationec nationec
`
}

function offers(cases: readonly OfferCase[]): string {
  return cases.map(({ patterns, offer }) => `    ${alternatives(patterns)}) ${given(offer)} ;;`).join('\n')
}

function given(offer: Offer): string {
  switch (offer.kind) {
    case 'words':
      return `COMPREPLY=($(compgen -W '${offer.words.join(' ')}' -- "$current")); return`
    case 'folders':
      return `IFS=$'\\n'; COMPREPLY=($(compgen -d -- "$current")); return`
    case 'files':
      return 'return'
    case 'free':
      return 'compopt +o default 2>/dev/null; return'
  }
}
