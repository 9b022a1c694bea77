import type { Word, WordNode } from './word-tree.ts'

/** Words with their texts, through `_describe`. */
export function zshScript(nodes: readonly WordNode[]): string {
  const cases = nodes.map(
    ({ path, commands, options }) => `    '${path}')
      words_here=(${described(commands)})
      options_here=(${described(options)})
      ;;`,
  )
  const paths = nodes.map(({ path }) => path).filter((path) => path !== '')
  return `#compdef nationec
_nationec() {
  local place='' word
  local -a words_here options_here
  for word in "\${(@)words[2,CURRENT-1]}"; do
    case "\${place:+$place }$word" in
${paths.map((path) => `      '${path}') place='${path}' ;;`).join('\n')}
    esac
  done
  case "$place" in
${cases.join('\n')}
  esac
  (( \${#words_here} )) && _describe 'command' words_here
  _describe 'option' options_here || _files
}
compdef _nationec nationec
`
}

function described(words: readonly Word[]): string {
  return words.map(({ word, text }) => `'${word}:${text}'`).join(' ')
}
