import { checkSm4 } from '../../provider/known-answers/sm4.ts'
import { createFastSm4 } from '../../providers/fast/sm4.ts'
import { fromNode } from '../../providers/node/builtin.ts'
import { createNodeSm4 } from '../../providers/node/sm4.ts'
import { smCryptoSm4 } from '../../providers/sm-crypto/sm4.ts'
import { definePart } from '../part.ts'

const node = fromNode(createNodeSm4)

export const sm4Part = definePart('sm4', checkSm4, [
  // Compiles nothing before the first key.
  { name: 'fast', sm4: createFastSm4() },
  { name: 'sm-crypto', sm4: smCryptoSm4 },
  {
    name: 'node',
    get sm4() {
      return node()
    },
  },
])
