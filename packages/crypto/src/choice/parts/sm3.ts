import { checkSm3 } from '../../provider/known-answers/sm3.ts'
import { fastSm3 } from '../../providers/fast/sm3.ts'
import { fromNode } from '../../providers/node/builtin.ts'
import { createNodeSm3 } from '../../providers/node/sm3.ts'
import { definePart } from '../part.ts'

const node = fromNode(createNodeSm3)

/** SM3 without sm-crypto, which `complete-sm3.ts` adds. */
export const sm3Part = definePart('sm3', checkSm3, [
  { name: 'fast', sm3: fastSm3 },
  {
    name: 'node',
    get sm3() {
      return node()
    },
  },
])
