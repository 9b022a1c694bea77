// @runtimes node
// @everyday none
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { it } from 'node:test'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { createClient } from '@hey-api/openapi-ts'
import { build } from 'esbuild'
import { CASHIER, openDesk } from './fixtures/desk.ts'
import { ask } from './fixtures/http.ts'

const run = promisify(execFile)
const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc')

/** What a HIS would write over the generated client: the names are the client's, the types those of the document. */
const PROGRAM = `
import { client } from './generated/client.gen'
import { getAgent, queryCredential, querySettlement, uploadFees, type Order } from './generated'

export async function pay(baseUrl: string, token: string, cashier: any, bill: any) {
  client.setConfig({ baseUrl, headers: { Authorization: \`Bearer \${token}\` } })
  const agent = await getAgent({ throwOnError: true })
  const name: 'nationec-agent' = agent.data.name
  const person = (await queryCredential({ body: cashier, throwOnError: true })).data
  const { ecToken, idNo, idType, userName } = person
  const body = { ...bill, ecToken, idNo, idType, userName }
  const uploaded = await uploadFees({ body, headers: { 'Idempotency-Key': 'k1' }, throwOnError: true })
  const order: Order | undefined = uploaded.data.order
  const payOrdId: string | undefined = uploaded.data.payOrdId
  const seen = await querySettlement({ body: { payOrdId: payOrdId ?? '' }, throwOnError: true })
  const again = await uploadFees({ body, headers: { 'Idempotency-Key': 'k1' } })
  // @ts-expect-error: the document requires a bill
  const refused = await uploadFees({ body: {}, headers: { 'Idempotency-Key': 'k2' } })
  return { name, payOrdId, order: order?.status, status: seen.data.status, again: again.data?.payOrdId, refused: refused.error?.delivery }
}
`

it('a client that is generated from the OpenAPI document compiles, and takes a bill to the terminal', async () => {
  await using desk = await openDesk()
  // Below this package, so that the compiler finds its libraries.
  const folder = await mkdtemp(join(fileURLToPath(new URL('..', import.meta.url)), '.generated-'))
  try {
    const document = (await ask(`${desk.base}/openapi.json`)).json
    await createClient({
      input: document,
      output: join(folder, 'generated'),
      plugins: ['@hey-api/client-fetch', '@hey-api/typescript', '@hey-api/sdk'],
      logs: { level: 'silent', file: false },
    })
    await writeFile(join(folder, 'program.ts'), PROGRAM)
    const options = {
      target: 'es2022',
      module: 'esnext',
      moduleResolution: 'bundler',
      lib: ['es2022', 'dom', 'dom.iterable'],
    }
    const compilerOptions = { ...options, strict: true, noEmit: true, skipLibCheck: true, types: [] }
    await writeFile(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ compilerOptions, include: ['program.ts', 'generated'] }),
    )
    await run(process.execPath, [tsc, '-p', folder]).catch(({ stdout }) => assert.fail(String(stdout)))

    const outfile = join(folder, 'program.mjs')
    await build({ entryPoints: [join(folder, 'program.ts')], bundle: true, format: 'esm', platform: 'node', outfile })
    const { pay } = await import(pathToFileURL(outfile).href)
    const { medOrgOrd: _, ...bill } = await desk.bill()
    const paid = await pay(desk.base, desk.token, CASHIER, bill)
    const payOrdId = desk.simulator.orders()[0]?.payOrdId
    assert.deepEqual(paid, {
      name: 'nationec-agent',
      ...{ payOrdId, order: 'pending', status: 'pending', again: payOrdId, refused: 'not-sent' },
    })
    assert.equal(desk.simulator.counts.effects.uploads, 1)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
