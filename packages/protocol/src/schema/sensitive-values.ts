import type { Shape } from '../description/field.ts'
import { REGIONAL } from './profiled-shape.ts'
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
    } else if (field.kind === 'json' || field.note === REGIONAL) found.push(...extensionTexts(value))
    else if (field.sensitive !== undefined && typeof value === 'string' && value.length > 1) {
      found.push(value, ...textsWithin(value))
    }
  }
}

/**
 * The texts inside an extension, or in a field of the region's own, that could name a person or open something. Nobody
 * says what stands in these, so all of them could; short codes are left out, or a refusal would be masked beyond reading.
 */
export function extensionTexts(extension: unknown): string[] {
  const texts = typeof extension === 'string' ? [extension, ...textsWithin(extension)] : leavesOf(extension)
  return texts.filter((text) => text.length >= LEAST_NUMBER || (text.length > 1 && /[^ -~]/.test(text)))
}

/** Shorter digits and letters are codes. */
const LEAST_NUMBER = 6

/** The texts of JSON inside a text, such as a drugList. */
function textsWithin(text: string): string[] {
  if (!/^\s*[{[]/.test(text)) return []
  try {
    return leavesOf(JSON.parse(text))
  } catch {
    return []
  }
}

function leavesOf(value: unknown): string[] {
  if (typeof value === 'string') return value.length > 1 ? [value] : []
  if (typeof value === 'number') return [String(value)]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leavesOf) : []
}
