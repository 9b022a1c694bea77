import type { Offer } from './offers.ts'
import type { WordNode } from './word-tree.ts'

/**
 * Works in Windows PowerShell 5.1 and later; ASCII only, because 5.1 reads profiles in the code page of the system.
 * PowerShell itself offers files where the block gives nothing.
 */
export function powershellScript(nodes: readonly WordNode[]): string {
  const known = nodes.map(({ path, commands, options }) => {
    const words = [...commands, ...options].map(({ word, text }) => `@('${word}', '${text}')`)
    return `    '${path}' = @(${words.join(', ')})`
  })
  const values = nodes.flatMap(({ path, options }) =>
    options.flatMap(({ word, value }) => (value === undefined ? [] : [`    '${path} ${word}' = @(${quoted(value)})`])),
  )
  const places = nodes.flatMap(({ path, places }) =>
    places.map((offer, index) => `    '${path} ${index}' = @(${quoted(offer)})`),
  )
  return `Register-ArgumentCompleter -Native -CommandName nationec -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $known = @{
${known.join('\n')}
  }
  $values = @{
${values.join('\n')}
  }
  $places = @{
${places.join('\n')}
  }
  $path = ''
  $place = 0
  $option = ''
  foreach ($element in ($commandAst.CommandElements | Select-Object -Skip 1)) {
    if ($element.Extent.EndOffset -ge $cursorPosition) { break }
    $word = $element.ToString()
    if ($option) { $option = ''; continue }
    if ($word.StartsWith('-')) {
      if ($values.ContainsKey("$path $word")) { $option = "$path $word" }
      continue
    }
    $next = ("$path $word").Trim()
    if ($known.ContainsKey($next)) { $path = $next; $place = 0 } else { $place = $place + 1 }
  }
  $tips = @{}
  if ($option) { $words = $values[$option] }
  elseif (-not "$wordToComplete".StartsWith('-') -and $places.ContainsKey("$path $place")) {
    $words = $places["$path $place"]
  }
  else { $words = $known[$path] | ForEach-Object { $tips[$_[0]] = $_[1]; $_[0] } }
  $words | Where-Object { $_ -like "$wordToComplete*" } | ForEach-Object {
    $tip = if ($tips[$_]) { $tips[$_] } else { $_ }
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $tip)
  }
}
`
}

function quoted(offer: Offer): string {
  return offer.kind === 'words' ? offer.words.map((word) => `'${word}'`).join(', ') : ''
}
