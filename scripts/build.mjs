/** `npm run build`: every package as it is published, in a copy of the checkout. Only proofs of the build need it. */
import './setup/require-node.mjs'
import { buildFolder } from './setup/build-folder.mjs'
import { setup } from './setup.mjs'

if (await setup({ build: true })) console.log(`build: ready in ${buildFolder}`)
else process.exitCode = 1
