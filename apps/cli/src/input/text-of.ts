import { cliError } from '../errors/cli-error.ts'

/**
 * Bytes as text: UTF-8, UTF-16 with its mark (as PowerShell 5.1 writes files), else GB18030 (as Chinese Windows does).
 *
 * @throws `INPUT_INVALID` for what is none of them
 */
export function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoded('utf-16le', bytes) ?? refuse()
  return decoded('utf-8', bytes) ?? decoded('gb18030', bytes) ?? refuse()
}

function decoded(charset: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function refuse(): never {
  const text = { en: 'It is no text in UTF-8, UTF-16 or GB18030.', zh: '内容不是 UTF-8、UTF-16 或 GB18030 文本。' }
  throw cliError('INPUT_INVALID', { details: [text] })
}
