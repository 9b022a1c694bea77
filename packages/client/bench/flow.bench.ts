import { readFileSync } from 'node:fs'
import { createClient } from '@nationec/client'
import { feeUpload, parseRequestBody, yuan } from '@nationec/protocol'
import { createSimulator, inventedPeople } from '@nationec/simulator'
import { mockTransport } from '@nationec/transport-mock'
import { perSecond, report } from '../../../scripts/bench-kit.ts'

/** Complete flows with a 5-line bill: credential, upload, payment, query, refund, query. One thread, over the mock. */
const file = new URL('../../../examples/outpatient-5-lines.json', import.meta.url)
const example = parseRequestBody(feeUpload, JSON.parse(readFileSync(file, 'utf8')))
const people = inventedPeople.slice(0, 1).map((person) => ({ ...person, accountBalance: yuan('0.00') }))
const simulator = createSimulator({ seed: 7, people })
const client = createClient({ orgId: 'H33010200001', transport: mockTransport(simulator.handle) })
const cashier = {
  businessType: '01301',
  operatorId: '007',
  operatorName: '收费员',
  officeId: 'A03',
  officeName: '内科',
}

async function flow(): Promise<void> {
  const { ecToken, idNo, idType, userName } = await client.queryCredential(cashier)
  const person = { idNo, idType, userName }
  const bill = { ...example, ...person, ecToken, medOrgOrd: client.serialNumber() }
  const { payOrdId, payToken } = await client.uploadFees(bill)
  simulator.patient.pay(payOrdId)
  const paid = await client.querySettlement({ payOrdId, payToken, ...person })
  if (paid.status !== 'settled') throw new Error(`not settled: ${paid.status}`)
  const refund = { totlRefdAmt: yuan('1'), cashRefdAmt: yuan('1'), refdType: 'CASH', ecToken } as const
  await client.refund({ payOrdId, appRefdSn: client.serialNumber(), ...refund })
  const after = await client.querySettlement({ payOrdId, payToken, ...person })
  if (after.status !== 'partly-refunded') throw new Error(`not refunded: ${after.status}`)
}

report('client.flow/s', await perSecond(flow))
await client.close()
