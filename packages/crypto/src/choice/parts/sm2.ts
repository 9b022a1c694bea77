import { checkSm2Point } from '../../provider/known-answers/sm2-point.ts'
import { checkSm2Signature } from '../../provider/known-answers/sm2-signature.ts'
import { createFastSm2 } from '../../providers/fast/sm2.ts'
import { fromNode } from '../../providers/node/builtin.ts'
import { createNodeSignature } from '../../providers/node/sm2.ts'
import { smCryptoPoint, smCryptoSignature } from '../../providers/sm-crypto/sm2.ts'
import { definePart } from '../part.ts'

// Compiles nothing before the first signature.
const fast = createFastSm2()
const node = fromNode(createNodeSignature)

export const sm2SignaturePart = definePart('sm2Signature', checkSm2Signature, [
  { name: 'fast', sm2Signature: fast.signature },
  { name: 'sm-crypto', sm2Signature: smCryptoSignature },
  {
    name: 'node',
    get sm2Signature() {
      return node()
    },
  },
])

/** OpenSSL has no points. */
export const sm2PointPart = definePart('sm2Point', checkSm2Point, [
  { name: 'fast', sm2Point: fast.point },
  { name: 'sm-crypto', sm2Point: smCryptoPoint },
  { name: 'node' },
])
