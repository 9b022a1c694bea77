import { readBytes } from '../../input/read-bytes.ts'
import { textOf } from '../../input/text-of.ts'
import { maskLine } from '../../mask/mask-line.ts'
import { say } from '../../output/say.ts'

/** `nationec trace mask`. */
export async function maskCommand(file: string): Promise<void> {
  const text = textOf(await readBytes(file))
  const whole = maskLine(text)
  // A message over several lines is one JSON; a log is a line at a time.
  say(text.trim().startsWith('{') && isJson(text) ? whole : text.trimEnd().split(/\r?\n/).map(maskLine).join('\n'))
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
