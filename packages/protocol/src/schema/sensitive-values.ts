import type { Shape } from './field.ts'
import { isJsonObject } from './tolerant-reader.ts'

/**
 * Collects every value of a body that must never be printed: names, numbers, tokens, health.
 *
 * Used to mask a message that the terminal or the centre wrote, which may repeat what the request held.
 */
export function sensitiveValues(body: unknown, shape: Shape): string[] {
  const found: string[] = []
  collect(body, shape, found)
  return found
}

function collect(body: unknown, shape: Shape, found: string[]): void {
  if (!isJsonObject(body)) return
  for (const [name, field] of Object.entries(shape)) {
    const value = body[name]
    if (field.shape !== undefined) {
      for (const item of Array.isArray(value) ? value : [value]) collect(item, field.shape, found)
    } else if (field.sensitive !== undefined && typeof value === 'string' && value.length > 1) {
      found.push(value)
    }
  }
}
