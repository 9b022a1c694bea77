// @needs cc
// @everyday node
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { type Client, createClient, isNationEcError } from '@nationec/client'
import { parsePush } from '@nationec/client/notifications'
import { formatYuan, type RequestOf, yuan } from '@nationec/protocol'
import { type DllNotice, dllTransport } from '@nationec/transport-dll-ffi'
import { billOf5Lines } from './commands/demo/bills.ts'
import { billFor, CASHIER, personal } from './commands/demo/desk.ts'
import { readBody } from './commands/simulate/read-body.ts'
import { runAlone, startNationec } from './fixtures/run-nationec.ts'

type Bill = RequestOf<typeof import('@nationec/protocol').feeUpload>

/** The patient's payment of a bill of this total stays in state 2, which the simulator then lets be revoked. */
const NEVER_SETTLED = yuan('88888.21')

/** The simulator as a process, in which the tenth request takes effect and its answer is lost. */
async function startSimulator(push: string) {
  const faults = [...new Array<string>(9).fill('none'), 'lost-answer'].join(',')
  const settings = ['--set', 'revokeWhileSettling=accepted', '--push', push, '--faults', faults]
  const child = startNationec('simulate', '--http', '--port', '0', ...settings)
  const exited = once(child, 'exit')
  const [line] = await once(child.stdout, 'data')
  return {
    url: String(line).trim(),
    async [Symbol.asyncDispose]() {
      child.kill()
      await exited
    },
  }
}

/** What `nationec simulate dll` puts into a folder, asking this simulator. */
async function placeLibrary(url: string) {
  const folder = mkdtempSync(join(tmpdir(), 'nationec 医保 '))
  const { code, stdout, stderr } = await runAlone(['simulate', 'dll', '--out', folder])
  assert.equal(code, 0, stderr)
  const path = stdout.split('\n').find((file) => /\.(dll|so|dylib)$/.test(file)) ?? ''
  writeFileSync(join(folder, 'NationECCode.ini'), `url=${url}\n`)
  return { path, [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) }
}

/** The hospital's address for pushes. */
async function startHospital() {
  const pushes: string[] = []
  const server = createServer(async (request, response) => {
    pushes.push((await readBody(request)) ?? '')
    response.end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    pushes,
    async [Symbol.asyncDispose]() {
      server.close()
      server.closeAllConnections()
    },
  }
}

/** One line of this total, without the division that the other bill has. */
function billOf(total: typeof NEVER_SETTLED): Bill {
  const { feedetailList, fulamtOwnpayAmt: _, preselfpayAmt: __, inscpScpAmt: ___, ...bill } = billOf5Lines()
  const [line] = feedetailList
  assert.ok(line)
  return {
    ...bill,
    medfeeSumamt: total,
    feedetailList: [{ ...line, cnt: '1', pric: formatYuan(total), detItemFeeSumamt: total }],
  }
}

async function upload(client: Client, person: Parameters<typeof billFor>[1], bill: Bill, medOrgOrd: string) {
  const { payOrdId, payToken } = await client.uploadFees(billFor(bill, person, medOrgOrd), { deadline: 5_000 })
  return { payOrdId, payToken, ...personal(person) }
}

describe('the whole flow, from the client through host, library and HTTP to a simulator in a process of its own', () => {
  it('credential, upload, payment, query, revoke, refund, and an answer that is lost', async () => {
    await using hospital = await startHospital()
    await using simulator = await startSimulator(hospital.url)
    using library = await placeLibrary(simulator.url)
    const notices: DllNotice[] = []
    const transport = dllTransport({ library: library.path, onNotice: (notice) => notices.push(notice) })
    await using client = createClient({ orgId: 'H33010200001', transport })

    const person = await client.queryCredential(CASHIER)
    assert.equal(person.userName, '测试甲')
    const bill = billOf5Lines()
    const order = await upload(client, person, bill, client.serialNumber())
    const paid = await client.querySettlement(order)
    assert.ok(paid.status === 'settled', paid.status)
    assert.equal(paid.amounts.total, bill.medfeeSumamt)

    const second = await upload(client, person, billOf(NEVER_SETTLED), client.serialNumber())
    assert.equal((await client.querySettlement(second)).status, 'pending')
    await client.revokeFees(second)
    assert.equal((await client.querySettlement(second)).status, 'revoked')

    const { refStatus } = await client.refund({
      ...{ payOrdId: order.payOrdId, appRefdSn: client.serialNumber(), ecToken: person.ecToken },
      ...{ totlRefdAmt: yuan('1.00'), cashRefdAmt: yuan('1.00'), refdType: 'CASH' },
    })
    assert.equal(refStatus, 'SUCC')
    assert.equal((await client.querySettlement(order)).status, 'partly-refunded')

    const medOrgOrd = client.serialNumber()
    const lost = client.uploadFees(billFor(bill, person, medOrgOrd), { deadline: 300 })
    await assert.rejects(lost, (error) => isNationEcError(error, 'TIMEOUT') && error.delivery === 'unknown')
    assert.equal((await client.querySettlement({ medOrgOrd })).status, 'settled', 'the upload had taken effect, once')

    await client.close()
    const ends = notices.flatMap((notice) => (notice.type === 'host-ended' ? [notice.because] : []))
    assert.deepEqual(ends, ['killed', 'closed'])
    while (hospital.pushes.length < 2) await new Promise((resolve) => setTimeout(resolve, 5))
    const pushed = hospital.pushes.map((text) => parsePush(text)).find(({ payOrdId }) => payOrdId === order.payOrdId)
    assert.deepEqual(pushed?.amounts, paid.amounts)
  })
})
