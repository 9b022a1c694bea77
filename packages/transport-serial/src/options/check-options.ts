import { type BilingualText, type OptionNames, requireKnownOptions, requireOption } from '@nationec/errors'
import { optionErrorOf, transportError } from '@nationec/transport'
import { TRANSPORT_NAME } from '../catalogue/serial-error.ts'
import { TEXT_MOST } from '../message/limits.ts'
import { bytesOfText } from '../message/text-bytes.ts'
import type { OwnKeys, PinnedKeys } from './keys.ts'

const invalid = optionErrorOf(TRANSPORT_NAME)
const given: BilingualText = { en: 'given', zh: '有效对象' }
const pinned: BilingualText = { en: 'the link key of a pinned institution', zh: '已预置的机构链路公钥' }
const twoKeys: BilingualText = { en: 'a link key and a signing key', zh: '链路密钥与签名密钥' }
const bothSides: BilingualText = { en: 'given with those of the other side', zh: '包含对方公钥的一组密钥' }
const different: BilingualText = { en: 'different for link and signing', zh: '互不相同的链路密钥与签名密钥' }

/**
 * Refuses options that do not exist, and parts that are missing.
 *
 * @throws `OPTION_INVALID` naming the first one
 */
export function checkParts<Options extends object>(
  options: Options,
  known: OptionNames<Options>,
  names: readonly (keyof Options & string)[],
): void {
  requireKnownOptions(options, known, invalid)
  for (const name of names) requireOption((options[name] ?? undefined) !== undefined, name, given, invalid)
}

/** Keys that can be used for what they are for; one key for two purposes would let one kind of proof pass for the other. */
export function checkKeys({ link, signing }: OwnKeys, others: readonly PinnedKeys[]): void {
  requireOption(link !== undefined && signing !== undefined, 'keys', twoKeys, invalid)
  requireOption(others.length > 0, 'keys', bothSides, invalid)
  const pairs = [{ link: link.publicKey, signing: signing.publicKey }, ...others]
  const areDifferent = pairs.every((pair) => pair.link.export('hex') !== pair.signing.export('hex'))
  requireOption(areDifferent, 'keys', different, invalid)
}

/** Refuses an institution that is none of the terminal's own. */
export function requirePinned(isPinned: boolean): void {
  requireOption(isPinned, 'to', pinned, invalid)
}

/** A text that the other side would refuse, and with it the whole session, must not come into a journal that repeats it. */
export function checkText(text: string): void {
  if (!text.isWellFormed()) throw transportError(TRANSPORT_NAME, 'REQUEST_NOT_TEXT')
  if (bytesOfText(text).length > TEXT_MOST) throw transportError(TRANSPORT_NAME, 'REQUEST_TOO_LARGE')
}
