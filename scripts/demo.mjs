/** `npm run demo`: sets the checkout up and shows the main job, on the Node of this machine as a user would. */
import { join } from 'node:path'
import { runHere } from './run.mjs'
import { setup } from './setup.mjs'
import { machineNode, root } from './tools.mjs'

if (!(await setup())) process.exit(1)
process.exitCode = await runHere(machineNode().path, [
  join(root, 'apps/cli/bin/nationec.mjs'),
  'demo',
  ...process.argv.slice(2),
])
