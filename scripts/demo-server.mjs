/** `npm run demo:server`: builds the packages and starts the agent with the simulator, on the Node of this machine. */
import { join } from 'node:path'
import { runHere } from './run.mjs'
import { buildFolder } from './setup/build-folder.mjs'
import { setup } from './setup.mjs'
import { machineNode } from './tools.mjs'

if (!(await setup({ build: true }))) process.exit(1)
process.exitCode = await runHere(machineNode().path, [
  join(buildFolder, 'apps/demo-server/bin/nationec-demo-server.mjs'),
  ...process.argv.slice(2),
])
