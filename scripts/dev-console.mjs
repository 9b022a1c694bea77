/**
 * `npm run dev:console`: the console from its sources, served by vite, over an agent.
 *
 * `npm run dev:console -- http://127.0.0.1:33910/` takes an agent that runs already; without an address it starts one with
 * the simulator. Other options go to vite (`--port 5180`).
 */
import './setup/require-node.mjs'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { runHere } from './run.mjs'
import { setup } from './setup.mjs'
import { root, tool, toolEnvironment, toolNode } from './tools.mjs'

const words = process.argv.slice(2)
const given = words.find((word) => /^https?:/.test(word))
const options = words.filter((word) => word !== given)

if (!(await setup())) process.exit(1)
const started = given === undefined ? await startAgent() : undefined
const address = new URL(given ?? started?.address ?? '')
console.log(`agent 代理: ${address.origin}`)
// The address that an agent prints carries a code that pairs one page; it works behind vite's own address too.
if (address.hash !== '') console.log(`open vite's address with this behind it 在 vite 地址后加上: /${address.hash}`)

const { command, args } = tool('vite')
const config = ['--config', 'apps/console/vite.config.ts', '--configLoader', 'native']
const env = toolEnvironment({ NATIONEC_AGENT: address.origin })
process.exitCode = await runHere(command, [...args, ...config, ...options], { cwd: root, env })
started?.agent.kill('SIGTERM')

async function startAgent() {
  const program = join(root, 'apps/demo-server/bin/nationec-demo-server.mjs')
  const agent = spawn(toolNode().path, ['--conditions=@nationec/source', program], {
    cwd: root,
    env: toolEnvironment(),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  // vite may be ended by a signal that this process does not outlive.
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => agent.kill('SIGTERM'))
  const lines = createInterface({ input: agent.stdout })
  const [line] = await Promise.race([once(lines, 'line'), once(agent, 'exit')])
  if (typeof line !== 'string') throw new Error(`the agent ended with code ${line}`)
  return { agent, address: line }
}
