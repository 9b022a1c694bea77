import { HttpOnceError } from './http-once-error.ts'

/** Puts the parts of a body together. @throws {@link HttpOnceError} `answer-too-large` at the limit */
export async function collectBody(parts: AsyncIterable<Uint8Array>, limit: number): Promise<Uint8Array> {
  const kept: Uint8Array[] = []
  let length = 0
  for await (const part of parts) {
    length += part.length
    if (length > limit) throw new HttpOnceError('answer-too-large')
    kept.push(part)
  }
  const body = new Uint8Array(length)
  let at = 0
  for (const part of kept) {
    body.set(part, at)
    at += part.length
  }
  return body
}
