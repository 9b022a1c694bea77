/** `npm run demo`: sets the checkout up and shows the main job, from the sources. */
import { join } from 'node:path'
import { runHere } from './run.mjs'
import { setup } from './setup.mjs'
import { root, toolNode } from './tools.mjs'

if (!(await setup())) process.exit(1)
process.exitCode = await runHere(toolNode().path, [
  join(root, 'apps/cli/bin/nationec.mjs'),
  'demo',
  ...process.argv.slice(2),
])
