import { encodeGbk } from './gbk.ts'
import { type Output, write } from './streams.ts'

let charset: 'utf-8' | 'gbk' = 'utf-8'

/** Chooses the character set of both outputs; anything but `gbk` is UTF-8. */
export function setCharset(name: string | undefined): void {
  charset = /^(gbk|gb2312|gb18030|cp936|936)$/i.test(name ?? '') ? 'gbk' : 'utf-8'
}

/** A line of the result, on stdout. */
export function say(text: string): void {
  writeLine('stdout', text)
}

/** A line of talk for people, on stderr. */
export function tell(text: string): void {
  writeLine('stderr', text)
}

/** The result as JSON, on stdout. */
export function sayJson(value: unknown): void {
  say(JSON.stringify(value, null, 2))
}

/** One of several results as JSON, on a line of stdout of its own. */
export function sayJsonLine(value: unknown): void {
  say(JSON.stringify(value))
}

/** A line on either output. */
export function writeLine(output: Output, text: string): void {
  write(output, encoded(`${text}\n`))
}

/** Text without a line end, on stderr: for lines that are drawn again. */
export function tellPart(text: string): void {
  write('stderr', encoded(text))
}

/** Bytes as they are, on stdout. */
export function sayBytes(bytes: Uint8Array): void {
  write('stdout', bytes)
}

function encoded(text: string): string | Uint8Array {
  return charset === 'gbk' ? encodeGbk(text) : text
}
