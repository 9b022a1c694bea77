import { readBytes } from '../../input/read-bytes.ts'
import { textOf } from '../../input/text-of.ts'
import { maskLine } from '../../mask/mask-line.ts'
import { printResult } from '../../output/print-result.ts'
import { say } from '../../output/say.ts'

/** `nationec trace mask`. */
export async function maskCommand(file: string, json: boolean): Promise<void> {
  const text = textOf(await readBytes(file))
  // A message over several lines is one JSON; a log is a line at a time.
  const isMessage = text.trim().startsWith('{') && isJson(text)
  const lines = (isMessage ? [text] : text.trimEnd().split(/\r?\n/)).map(maskLine)
  printResult({ lines }, json, () => say(lines.join('\n')))
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
