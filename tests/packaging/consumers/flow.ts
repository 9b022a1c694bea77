// A program of somebody who installed the packages: TypeScript, read as an ES module.
import { type Client, createClient } from '@nationec/client'
import { isNationEcError } from '@nationec/errors'
import { createSimulator } from '@nationec/simulator'
import { mockTransport } from '@nationec/transport-mock'

const simulator = createSimulator({ seed: 7 })
const client: Client = createClient({ orgId: 'H33010200001', transport: mockTransport(simulator.handle) })

try {
  const person = await client.queryCredential({
    businessType: '01301',
    operatorId: '007',
    operatorName: '收费员',
    officeId: '03',
    officeName: '内科',
  })
  const token: string | undefined = person.ecToken
  if (token === undefined) throw new Error('the flow went wrong')
} catch (error) {
  if (isNationEcError(error) && error.delivery === 'unknown') throw new Error('query, never repeat')
  throw error
} finally {
  await client.close()
}
console.log('the flow went well')
