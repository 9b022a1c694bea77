/**
 * Run in node.exe: one bill, paid and partly refunded, on each of the given ways to the stand-in DLL, whose simulator is on
 * the Linux side: `pay-one-bill.mjs LIBRARY WAY…`
 */
import { readFileSync, writeSync } from 'node:fs'
import { createClient } from '@nationec/client'
import { feeUpload, parseRequestBody, yuan } from '@nationec/protocol'
import { dllTransport } from '@nationec/transport-dll-ffi'

const orgId = 'H33010200001'
const example = JSON.parse(readFileSync(new URL('../../../examples/outpatient-5-lines.json', import.meta.url), 'utf8'))
const bill = parseRequestBody(feeUpload, example)
const cashier = { businessType: '01301', operatorId: '007', operatorName: '收费员', officeId: '03', officeName: '内科' }

const [library = '', ...chosen] = process.argv.slice(2)

/** @type {Readonly<Record<string, Partial<import('@nationec/transport-dll-ffi').DllTransportOptions>>>} */
const ways = { none: { isolation: 'none' }, koffi: { host: { kind: 'koffi' } }, native: {} }

/** @param {Partial<import('@nationec/transport-dll-ffi').DllTransportOptions>} way */
async function payOneBill(way) {
  /** @type {string[]} */
  const opened = []
  const transport = dllTransport({
    library,
    ...way,
    onNotice: (notice) => {
      if (notice.type === 'host-started') opened.push(`${notice.kind} ${notice.bits}`)
      if (notice.type === 'library-opened') opened.push(notice.type)
    },
  })
  const client = createClient({ orgId, transport })
  const { ecToken, idNo, idType, userName } = await client.queryCredential(cashier)
  const medOrgOrd = client.serialNumber()
  const { payOrdId, payToken } = await client.uploadFees({ ...bill, ecToken, idNo, idType, userName, medOrgOrd })
  const { status } = await client.querySettlement({ payOrdId, payToken })
  const { refStatus } = await client.refund({
    ...{ payOrdId, ecToken, appRefdSn: client.serialNumber() },
    ...{ refdType: 'CASH', totlRefdAmt: yuan('1.00'), cashRefdAmt: yuan('1.00') },
  })
  const after = await client.querySettlement({ payOrdId, payToken })
  await client.close()
  return [userName, status, refStatus, after.status, ...opened]
}

/** @type {Record<string, string[]>} */
const results = {}
for (const name of chosen) results[name] = await payOneBill(ways[name] ?? {})
writeSync(1, JSON.stringify(results))
