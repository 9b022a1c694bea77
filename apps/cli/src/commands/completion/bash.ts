import type { WordNode } from './word-tree.ts'

/** The words before the cursor choose what is offered; files are offered where nothing else is known. */
export function bashScript(nodes: readonly WordNode[]): string {
  const cases = nodes.map(({ path, commands, options }) => {
    const words = [...commands, ...options].map(({ word }) => word).join(' ')
    return `    '${path}') words='${words}' ;;`
  })
  const paths = nodes.map(({ path }) => path).filter((path) => path !== '')
  return `_nationec() {
  local current="\${COMP_WORDS[COMP_CWORD]}" path='' word words='' i
  for ((i = 1; i < COMP_CWORD; i++)); do
    word="\${COMP_WORDS[i]}"
    case "\${path:+$path }$word" in
${paths.map((path) => `      '${path}') path='${path}' ;;`).join('\n')}
    esac
  done
  case "$path" in
${cases.join('\n')}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _nationec nationec
`
}
