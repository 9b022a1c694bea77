import process from 'node:process'
import { encodeGbk } from './gbk.ts'

let charset: 'utf-8' | 'gbk' = 'utf-8'

/** Chooses the character set of both outputs; anything but `gbk` is UTF-8. */
export function setCharset(name: string | undefined): void {
  charset = /^(gbk|gb2312|gb18030|cp936|936)$/i.test(name ?? '') ? 'gbk' : 'utf-8'
}

/** A line of the result, on stdout. */
export function say(text: string): void {
  write(process.stdout, `${text}\n`)
}

/** A line of talk for people, on stderr. */
export function tell(text: string): void {
  write(process.stderr, `${text}\n`)
}

/** The result as JSON, on stdout. */
export function sayJson(value: unknown): void {
  say(JSON.stringify(value, null, 2))
}

/** One of several results as JSON, on a line of stdout of its own; a failure too. */
export function sayJsonLine(value: unknown): void {
  say(JSON.stringify(value))
}

/** Text without a line end, on stderr: for lines that are drawn again. */
export function tellPart(text: string): void {
  write(process.stderr, text)
}

/** Bytes as they are, on stdout. */
export function sayBytes(bytes: Uint8Array): void {
  process.stdout.write(bytes)
}

/**
 * A reader that has gone away (`nationec … | head`) is no failure of the command: what it did at the terminal is done,
 * and its exit code says so.
 */
export function forgiveGoneReaders(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE' && error.code !== 'EOF') throw error
    })
  }
}

function write(stream: NodeJS.WriteStream, text: string): void {
  try {
    stream.write(charset === 'gbk' ? encodeGbk(text) : text)
  } catch (error) {
    // Deno and Bun may throw here what Node tells by an event.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPIPE')) throw error
  }
}
