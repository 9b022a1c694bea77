import { join } from 'node:path'
import { type Agent, createAgent, type PendingPairing } from '@nationec/agent'
import { plugSimulator } from '@nationec/demo-server'
import { createSimulator, type Simulator } from '@nationec/simulator'
import { mockTransport } from '@nationec/transport-mock'
import { buildFolder } from '../../scripts/setup/build-folder.mjs'

const built = (folder: string): string => join(buildFolder, 'apps/agent/dist', folder)

/** An agent over the simulator that serves the built console. */
export interface ServedDesk extends AsyncDisposable {
  readonly agent: Agent
  readonly simulator: Simulator
  /** Where the console is, with the code that pairs it. */
  readonly consoleUrl: string
  readonly base: string
  /** The digits that the agent shows at the moment. */
  digits(): string
}

export async function serveDesk({
  deadline = 2000,
  origins = [] as readonly string[],
  askByItself = true,
  /** One that is there already: it goes on while an agent is started anew. */
  simulator = createSimulator({ seed: 7 }),
  dataFolder = undefined as string | undefined,
  port = 0,
  signOn = undefined as boolean | undefined,
  refundLimit = undefined as string | undefined,
} = {}): Promise<ServedDesk> {
  let pending: readonly PendingPairing[] = []
  const agent = await createAgent({
    orgId: 'H33010200001',
    transport: mockTransport(simulator.handle, { name: 'simulator', deadline }),
    simulator: plugSimulator(simulator),
    origins,
    askByItself,
    dataFolder,
    signOn,
    refundLimit,
    consoleFolder: built('console'),
    sdkFolder: built('sdk'),
    onPairing(now) {
      pending = now
    },
  })
  const { url, startUrl } = await agent.listen({ port })
  return {
    agent,
    simulator,
    consoleUrl: startUrl,
    base: url.replace(/\/$/, ''),
    digits: () => pending[0]?.code ?? '',
    async [Symbol.asyncDispose]() {
      await agent.stop({ within: 1000 })
    },
  }
}
