import {
  aFunction,
  type BilingualText,
  fromTo,
  type OptionNames,
  requireKnownOptions,
  requireOption,
  trueOrFalse,
} from '@nationec/errors'
import { optionErrorOf } from '@nationec/transport'
import { TRANSPORT_NAME } from '../catalogue/serial-error.ts'
import { MAX_PAYLOAD } from './frame.ts'
import { LEAST_PAYLOAD } from './frame-size.ts'
import type { LinkOptions } from './link.ts'
import { ID_BYTES } from './link-id.ts'
import { LEAST_MESSAGE } from './sync-payload.ts'

const KIB = 1024
/** 900K characters of Chinese are up to 2.7 MB in UTF-8; and what a channel adds. */
export const LONGEST_MESSAGE = 4 * KIB * KIB + 64 * KIB

export interface ReadLinkOptions extends Required<Omit<LinkOptions, 'byteErrorRate'>> {
  readonly byteErrorRate: number | undefined
}

const OPTIONS: OptionNames<LinkOptions> = {
  bootId: true,
  hunt: true,
  maxMessage: true,
  maxQueued: true,
  window: true,
  maxFrame: true,
  keepAlive: true,
  lead: true,
  byteErrorRate: true,
  random: true,
}
const invalid = optionErrorOf(TRANSPORT_NAME)
const aBootId: BilingualText = { en: `${ID_BYTES} bytes`, zh: `${ID_BYTES} 个字节` }

/** Reads the options. Throws `OPTION_INVALID`, naming the first that is wrong. */
export function readLinkOptions(options: LinkOptions = {}): ReadLinkOptions {
  requireKnownOptions(options, OPTIONS, invalid)
  const { hunt = false, maxMessage = KIB * KIB, window = 64 * KIB, maxFrame = MAX_PAYLOAD } = options
  const { keepAlive = 2000, lead = 8, random = randomBytes, byteErrorRate } = options
  const { maxQueued = 2 * maxMessage } = options
  requireRange('maxMessage', maxMessage, LEAST_MESSAGE, LONGEST_MESSAGE)
  requireRange('maxQueued', maxQueued, maxMessage, 4 * LONGEST_MESSAGE)
  requireRange('window', window, KIB, 64 * KIB)
  requireRange('maxFrame', maxFrame, LEAST_PAYLOAD, MAX_PAYLOAD)
  requireRange('keepAlive', keepAlive, 1, 3_600_000)
  requireRange('lead', lead, 0, 1000)
  if (byteErrorRate !== undefined) requireRange('byteErrorRate', byteErrorRate, 0, 1)
  requireOption(typeof hunt === 'boolean', 'hunt', trueOrFalse, invalid)
  requireOption(typeof random === 'function', 'random', aFunction, invalid)
  const { bootId = random(ID_BYTES) } = options
  requireOption(bootId instanceof Uint8Array && bootId.length === ID_BYTES, 'bootId', aBootId, invalid)
  return {
    ...{ hunt, maxMessage, maxQueued, window, maxFrame, keepAlive, lead, random, byteErrorRate },
    bootId: Uint8Array.from(bootId),
  }
}

/** The platform's own; it exists on every runtime that this package supports. */
function randomBytes(length: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(length))
}

function requireRange(name: string, value: number, least: number, most: number): void {
  const isInRange = typeof value === 'number' && value >= least && value <= most
  requireOption(isInRange, name, fromTo(least, most, { en: 'a number', zh: '数值' }), invalid)
}
