import { MASK, maskJson, type Show } from '@nationec/protocol/privacy'

/**
 * Decides what a tape shows of a value.
 *
 * @param value a string or the digits of a number; for a text that is not JSON, the whole text
 * @param path the keys from the outside in, without places in lists; empty for a text that is not JSON
 * @returns what to write instead; the value itself to keep it
 */
export type Mask = Show

/**
 * Applies a mask to a text, inside JSON strings that hold JSON too. Keys that are no names are hidden under any mask.
 *
 * A mask that throws hides the whole text: a payment that went through must not fail because a recorder did.
 */
export function maskTape(text: string, mask: Mask): string {
  try {
    return maskJson(text, mask) ?? mask(text, [])
  } catch {
    return MASK
  }
}
