import type { PluggedSimulator } from '@nationec/agent'
import type { Simulator } from '@nationec/simulator'
import { simulatorRoutes } from './routes/simulator-routes.ts'
import { createShownScreen } from './shown-screen.ts'

/**
 * Plugs a simulator into the agent whose transport leads to it: pages may then play the patient, plan faults and see the
 * screen, and its pushes reach the agent.
 *
 * @example
 * ```ts
 * import { createAgent } from '@nationec/agent'
 * import { plugSimulator } from '@nationec/demo-server'
 * import { createSimulator } from '@nationec/simulator'
 * import { mockTransport } from '@nationec/transport-mock'
 *
 * const simulator = createSimulator({ seed: 7 })
 * const agent = await createAgent({
 *   orgId: 'H33010200001',
 *   transport: mockTransport(simulator.handle),
 *   simulator: plugSimulator(simulator),
 * })
 * const { url } = await agent.listen({ port: 0 })
 * const { simulator: simulated } = (await (await fetch(`${url}v1/agent`)).json()) as { simulator: boolean }
 * console.log(simulated) // true
 * await agent.stop()
 * ```
 */
export function plugSimulator(simulator: Simulator): PluggedSimulator {
  return {
    attach({ show, push }) {
      const screen = createShownScreen(simulator, show)
      const stopEvents = simulator.events((event) => {
        if (event.type === 'reboot') show({ shows: 'reboot' })
        // The screen is told while the simulator still works on it: a moment later it is what people see.
        if (event.type === 'screen' || event.type === 'order') queueMicrotask(screen.tell)
      })
      const stopPushes = simulator.onPush(({ text, attempt }) => push(text, attempt))
      return {
        endpoints: simulatorRoutes({ simulator, screen }),
        detach() {
          screen.stop()
          stopEvents()
          stopPushes()
        },
      }
    },
  }
}
