/**
 * A HIS server in Express: its pages ask it, and it asks the terminal through the ledger, so that a payment is known before
 * it is sent and is never sent twice. Run it with a simulated terminal: `node examples/express/server.mjs`.
 *
 * For the real one put `dllTransport({ library: 'C:/NationECCode/NationECCode.dll' })` in the place of the mock.
 */
import { pathToFileURL } from 'node:url'
import { createClient, isNationEcError } from '@nationec/client'
import { openLedger } from '@nationec/ledger'
import { sqliteStore } from '@nationec/ledger/sqlite'
import { createSimulator } from '@nationec/simulator'
import { mockTransport } from '@nationec/transport-mock'
import express from 'express'

/**
 * @param {{ transport: import('@nationec/transport').Transport, folder: string, orgId: string }} parts
 */
export async function createServer({ transport, folder, orgId }) {
  const client = createClient({ orgId, transport })
  const ledger = await openLedger({ store: sqliteStore({ folder }), client })
  const app = express()
  app.use(express.json({ limit: '1mb' }))

  app.post('/credential', async (request, response) => {
    response.json(await client.queryCredential(request.body))
  })

  // The key is the intention of the cashier: the page makes it once for each bill, and sends it again with every repetition.
  app.put('/bills/:key', async (request, response) => {
    const { key } = request.params
    const upload = await ledger.uploadFees(request.body, { key })
    // Unknown is no failure: the ledger asks until it is known, and this page asks again.
    if (upload.state === 'unknown') response.status(202).json({ state: 'unknown', id: upload.id })
    else if (upload.state === 'done')
      response.json({ state: 'done', repeated: upload.repeated, order: upload.answer.payOrdId })
    else response.status(409).json({ state: upload.state })
  })

  app.get('/orders/:payOrdId', async (request, response) => {
    response.json(await ledger.querySettlement({ payOrdId: request.params.payOrdId }))
  })

  app.use(answerErrors)
  return { app, close: () => ledger.close().then(() => client.close()) }
}

/** @type {import('express').ErrorRequestHandler} */
const answerErrors = (error, _request, response, _next) => {
  if (!isNationEcError(error)) {
    response.status(500).json({ delivery: 'unknown' })
    return
  }
  // What the page needs first: whether the request may have been processed.
  const { code, delivery, message } = error
  response.status(delivery === 'unknown' ? 502 : 422).json({ code, delivery, message })
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const simulator = createSimulator({ seed: 7 })
  const transport = mockTransport(simulator.handle)
  const { app } = await createServer({ transport, folder: 'ledger', orgId: 'H33010200001' })
  app.listen(3000, '127.0.0.1', () => console.log('http://127.0.0.1:3000'))
}
