import { runProgram } from '@nationec/agent/program'
import { createSimulator } from '@nationec/simulator'
import { plugSimulator } from './plug-simulator.ts'

/** Runs the agent over a simulated terminal until it is told to stop; gives the exit code. */
export function demonstrate(argv: readonly string[], pages: URL): Promise<number> {
  return runProgram(argv, {
    command: 'nationec-demo-server',
    pages,
    simulate(options) {
      const simulator = createSimulator({ ...options, clock: Date.now })
      return { handle: simulator.handle, plugged: plugSimulator(simulator) }
    },
  })
}
