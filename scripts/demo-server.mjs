/** `npm run demo:server`: sets the checkout up and starts the agent with the simulator, on the Node of this machine. */
import { join } from 'node:path'
import { runHere } from './run.mjs'
import { setup } from './setup.mjs'
import { machineNode, root } from './tools.mjs'

if (!(await setup())) process.exit(1)
process.exitCode = await runHere(machineNode().path, [
  join(root, 'apps/demo-server/bin/nationec-agent.mjs'),
  ...process.argv.slice(2),
])
