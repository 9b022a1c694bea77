import type { WordNode } from './word-tree.ts'

/** Works in Windows PowerShell 5.1 and later; ASCII only, because 5.1 reads profiles in the code page of the system. */
export function powershellScript(nodes: readonly WordNode[]): string {
  const table = nodes.map(({ path, commands, options }) => {
    const words = [...commands, ...options].map(({ word, text }) => `@('${word}', '${text}')`).join(', ')
    return `    '${path}' = @(${words})`
  })
  return `Register-ArgumentCompleter -Native -CommandName nationec -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $known = @{
${table.join('\n')}
  }
  $path = ''
  foreach ($element in ($commandAst.CommandElements | Select-Object -Skip 1)) {
    $next = ("$path " + $element.ToString()).Trim()
    if ($known.ContainsKey($next)) { $path = $next }
  }
  $known[$path] | Where-Object { $_[0] -like "$wordToComplete*" } | ForEach-Object {
    $tip = if ($_[1]) { $_[1] } else { $_[0] }
    [System.Management.Automation.CompletionResult]::new($_[0], $_[0], 'ParameterValue', $tip)
  }
}
`
}
