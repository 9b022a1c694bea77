import { transportError } from '@nationec/transport'
import { TRANSPORT_NAME } from '../catalogue/serial-error.ts'
import { TEXT_MOST } from '../message/limits.ts'
import { bytesOfText } from '../message/text-bytes.ts'
import type { OwnKeys, PinnedKeys } from './keys.ts'

/** Throws `TRANSPORT_INVALID`, naming the first part that is not there. Nothing else can be mistaken in TypeScript. */
export function checkParts<Options extends object>(options: Options, names: readonly (keyof Options & string)[]): void {
  const missing = names.find((name) => options?.[name] === undefined || options[name] === null)
  if (missing !== undefined) throw invalid(missing, 'given')
}

/** Keys that can be used for what they are for; one key for two purposes would let one kind of proof pass for the other. */
export function checkKeys({ link, signing }: OwnKeys, others: readonly PinnedKeys[]): void {
  if (link === undefined || signing === undefined) throw invalid('keys', 'a link key and a signing key')
  if (others.length === 0) throw invalid('keys', 'given with those of the other side')
  const pairs = [{ link: link.publicKey, signing: signing.publicKey }, ...others]
  if (pairs.some((pair) => pair.link.export('hex') === pair.signing.export('hex'))) {
    throw invalid('keys', 'different for link and signing')
  }
}

/** A text that the other side would refuse, and with it the whole session, must not come into a journal that repeats it. */
export function checkText(text: string): void {
  if (!text.isWellFormed()) throw transportError(TRANSPORT_NAME, 'REQUEST_NOT_TEXT')
  if (bytesOfText(text).length > TEXT_MOST) throw transportError(TRANSPORT_NAME, 'REQUEST_TOO_LARGE')
}

function invalid(member: string, expected: string) {
  return transportError(TRANSPORT_NAME, 'TRANSPORT_INVALID', {
    details: [{ en: `\`${member}\` must be ${expected}.`, zh: `${member} 的值无效。` }],
  })
}
