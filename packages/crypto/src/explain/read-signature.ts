import { bytesToHex } from '../bytes/hex.ts'
import { engineOf } from '../choice/choice.ts'
import { sm2PointPart } from '../choice/parts/sm2.ts'
import { type Encoding, readEncoded } from './encoding.ts'
import { readForms, readShortForms } from './signature-forms.ts'
import { ecdsaPoints, type ReadSignature, type SignedValue, sm2Value } from './signed-values.ts'

/** Every way in which the signature can be read, whether its numbers are in range or not. */
export function readSignature(given: Uint8Array | string): { encodings: Encoding[]; formed: ReadSignature[] } {
  const encoded = readEncoded(given)
  const formed = encoded.flatMap(({ encoding, bytes }) =>
    [...readForms(bytes), ...readShortForms(bytesToHex(bytes))].map((form) => ({ encoding, ...form })),
  )
  const encodings = encoded.map(({ encoding }) => encoding)
  // An odd number of digits is no bytes; a number that was written without its first zero has it.
  const digits = typeof given === 'string' ? given.replace(/\s+/g, '') : ''
  if (!/^(?:[0-9a-f]{2})*[0-9a-f]$/i.test(digits)) return { encodings, formed }
  const short = readShortForms(digits).map((form) => ({ encoding: 'hex' as const, ...form }))
  return { encodings: short.length > 0 ? ['hex', ...encodings] : encodings, formed: [...short, ...formed] }
}

/** What each reading is a signature over, as SM2, under each key. */
export function sm2Values(signatures: readonly ReadSignature[], points: readonly Uint8Array[]): SignedValue[] {
  const engine = engineOf(sm2PointPart)
  return points.flatMap((point, index) =>
    signatures.flatMap((one): SignedValue[] => {
      const value = sm2Value(engine, point, one.raw)
      if (value === undefined) return []
      return [{ ...one, algorithm: 'sm2', signer: index === 0 ? undefined : index - 1, fits: (e) => e === value }]
    }),
  )
}

/** The same as ECDSA. */
export function ecdsaValues(signatures: readonly ReadSignature[], points: readonly Uint8Array[]): SignedValue[] {
  const engine = engineOf(sm2PointPart)
  return points.flatMap((key, index) =>
    signatures.flatMap((one): SignedValue[] => {
      const known = ecdsaPoints(engine, key, one.raw)
      if (known.length === 0) return []
      const signer = index === 0 ? undefined : index - 1
      return [{ ...one, algorithm: 'ecdsa', signer, fits: (_, point) => known.includes(point()) }]
    }),
  )
}
