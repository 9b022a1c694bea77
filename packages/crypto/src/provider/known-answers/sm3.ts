import type { Sm3Engine } from '../provider.ts'
import { patternBytes } from './pattern.ts'

/** GB/T 32905-2016 annex A.1. */
const ABC = '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'
/** GB/T 32905-2016 annex A.2: "abcd" sixteen times, exactly one block. */
const ABCD16 = 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732'
/** Computed with two independent programs. */
const PATTERN_1000 = '23c04b58f2bcd9f0765c1a8998151ed22e348724193b954009f697d90ec7cfc7'
const HMAC_SHORT_KEY = '44e682818e236e7a9a93b8a8385078a0625b68dc1472218b264f178e253e81cb'
const HMAC_LONG_KEY = '2011b7c92eeecefc80d49b6855baf2dd3f663ec55fbe5560c072c48fc2b70475'

/** Nothing is secret here, and so `bytesToHex` with its checks is not needed. */
const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/** Gives the name of the first wrong answer, or `undefined`. */
export function checkSm3(engine: Sm3Engine): string | undefined {
  const text = (words: string): Uint8Array => new TextEncoder().encode(words)
  const long = patternBytes(1000)
  const state = engine.start()
  state.update(long.subarray(0, 70))
  state.digest()
  state.update(long.subarray(70, 70))
  state.update(long.subarray(70))
  const message = patternBytes(100)
  const answers: readonly (readonly [name: string, answer: Uint8Array, right: string])[] = [
    ['abc', engine.hash(text('abc')), ABC],
    ['one block', engine.hash(text('abcd'.repeat(16))), ABCD16],
    ['many blocks', engine.hash(long), PATTERN_1000],
    ['in parts', state.digest(), PATTERN_1000],
    ['hmac', engine.hmac(patternBytes(20)).code(message), HMAC_SHORT_KEY],
    ['hmac, long key', engine.hmac(message).code(message), HMAC_LONG_KEY],
  ]
  return answers.find(([, answer, right]) => hex(answer) !== right)?.[0]
}
