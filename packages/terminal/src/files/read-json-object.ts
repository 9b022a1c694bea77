import { readText } from './read-text.ts'

/** A JSON object of a file; `undefined` for anything else. Nothing of the file is kept for messages: it may hold secrets. */
export async function readJsonObject(path: string): Promise<Readonly<Record<string, unknown>> | undefined> {
  const text = await readText(path)
  if (text === undefined) return undefined
  try {
    const content: unknown = JSON.parse(text)
    return typeof content === 'object' && content !== null && !Array.isArray(content)
      ? (content as Record<string, unknown>)
      : undefined
  } catch {
    return undefined
  }
}
