/**
 * `node in-a-page.ts PROGRAM`: runs an example of the browser package on Node, beside an agent with the simulator.
 *
 * The program gets what a page has: the agent at its usual address, and a cashier who types the digits that it shows.
 */
import { pathToFileURL } from 'node:url'
import { createAgent, type PendingPairing } from '@nationec/agent'
import { createSimulator } from '@nationec/simulator'
import { mockTransport } from '@nationec/transport-mock'

const [program = ''] = process.argv.slice(2)
const simulator = createSimulator({ seed: 7, settings: { patient: 'pays at once' } })
let pending: readonly PendingPairing[] = []
const agent = await createAgent({
  orgId: 'H33010200001',
  transport: mockTransport(simulator.handle),
  onPairing: (now) => {
    pending = now
  },
})
const { url } = await agent.listen({ port: 0 })

const { fetch: plainFetch } = globalThis
// The usual port may belong to another agent of this machine.
const fetchAgent: typeof fetch = (address, options) => {
  const { pathname, search } = new URL(String(address))
  return plainFetch(new URL(`${pathname}${search}`, url), options)
}
Object.assign(globalThis, { fetch: fetchAgent, prompt: () => pending.at(-1)?.code ?? null })

try {
  await import(pathToFileURL(program).href)
} finally {
  await agent.stop({ within: 1000 })
}
