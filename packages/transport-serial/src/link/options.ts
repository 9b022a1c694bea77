import { transportError } from '@nationec/transport'
import { MAX_PAYLOAD } from './frame.ts'
import { LEAST_PAYLOAD } from './frame-size.ts'
import type { LinkOptions } from './link.ts'
import { ID_BYTES } from './link-id.ts'

const KIB = 1024
/** 900K characters of Chinese are up to 2.7 MB in UTF-8; and what a channel adds. */
const LONGEST_MESSAGE = 4 * KIB * KIB + 64 * KIB

export interface ReadLinkOptions extends Required<Omit<LinkOptions, 'byteErrorRate'>> {
  readonly byteErrorRate: number | undefined
}

/** Reads the options. Throws `TRANSPORT_INVALID`, naming the first that is wrong. */
export function readLinkOptions(options: LinkOptions = {}): ReadLinkOptions {
  const { hunt = false, maxMessage = KIB * KIB, window = 64 * KIB, maxFrame = MAX_PAYLOAD } = options
  const { keepAlive = 2000, lead = 8, random = randomBytes, byteErrorRate } = options
  const { maxQueued = 2 * maxMessage } = options
  requireRange('maxMessage', maxMessage, 1, LONGEST_MESSAGE)
  requireRange('maxQueued', maxQueued, maxMessage, 4 * LONGEST_MESSAGE)
  requireRange('window', window, KIB, 64 * KIB)
  requireRange('maxFrame', maxFrame, LEAST_PAYLOAD, MAX_PAYLOAD)
  requireRange('keepAlive', keepAlive, 1, 3_600_000)
  requireRange('lead', lead, 0, 1000)
  if (byteErrorRate !== undefined) requireThat('byteErrorRate', byteErrorRate >= 0 && byteErrorRate <= 1, 'a share')
  requireThat('random', typeof random === 'function', 'a function')
  const { bootId = random(ID_BYTES) } = options
  requireThat('bootId', bootId instanceof Uint8Array && bootId.length === ID_BYTES, `${ID_BYTES} bytes`)
  return {
    ...{ hunt, maxMessage, maxQueued, window, maxFrame, keepAlive, lead, random, byteErrorRate },
    bootId: Uint8Array.from(bootId),
  }
}

/** The platform's own; it exists on every runtime that this package supports. */
function randomBytes(length: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(length))
}

function requireRange(member: string, value: number, least: number, most: number): void {
  requireThat(member, typeof value === 'number' && value >= least && value <= most, `${least} to ${most}`)
}

function requireThat(member: string, fine: boolean, expected: string): void {
  if (fine) return
  throw transportError('serial', 'TRANSPORT_INVALID', {
    details: [{ en: `\`${member}\` of the link must be ${expected}.`, zh: `链路选项 ${member} 的值无效。` }],
  })
}
