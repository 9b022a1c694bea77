// A program of somebody who installed the packages: ES modules.
import { createClient } from '@nationec/client'
import { isNationEcError } from '@nationec/errors'
import { createSimulator } from '@nationec/simulator'
import { mockTransport } from '@nationec/transport-mock'

const simulator = createSimulator({ seed: 7 })
const client = createClient({ orgId: 'H33010200001', transport: mockTransport(simulator.handle) })

const person = await client.queryCredential({
  businessType: '01301',
  operatorId: '007',
  operatorName: '收费员',
  officeId: '03',
  officeName: '内科',
})
await client.close()

const refused = await client.request({ transType: 'ec.query', data: {} }).catch((error) => error)
if (typeof person.ecToken !== 'string' || !isNationEcError(refused)) throw new Error('the flow went wrong')
console.log('the flow went well')
