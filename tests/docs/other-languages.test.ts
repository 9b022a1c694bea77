// @runtimes node
// @needs curl jq python3 javac mcs
// @everyday none
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { type Agent, createAgent, type PendingPairing } from '@nationec/agent'
import { createSerialNumbers } from '@nationec/protocol'
import { createSimulator } from '@nationec/simulator'
import { mockTransport } from '@nationec/transport-mock'
import { root } from '../../scripts/tools.mjs'
import { temporaryFolder } from '../temporary-folder.ts'

const ORG = 'H33010200001'
const simulator = createSimulator({ seed: 7 })
const nextNumber = createSerialNumbers({ orgId: ORG })
let pending: readonly PendingPairing[] = []
let agent: Agent
let address: string
const folder = temporaryFolder()

before(async () => {
  agent = await createAgent({
    orgId: ORG,
    transport: mockTransport(simulator.handle),
    signOn: false,
    onPairing: (now) => {
      pending = now
    },
  })
  address = (await agent.listen({ port: 0 })).url.replace(/\/$/, '')
})
after(() => agent.stop({ within: 1000 }))

/** A program of the page, by the heading above it, with the address of this agent. */
function program(heading: string): string {
  const page = readFileSync(join(root, 'docs/other-languages.md'), 'utf8')
  const part = page.slice(page.indexOf(`## ${heading}\n`))
  const code = /^```\w+\n([\s\S]*?)^```$/m.exec(part)?.[1]
  assert.ok(code !== undefined, heading)
  return code.replaceAll('http://127.0.0.1:33910', address)
}

/** Runs a program in the folder; the first line that it waits for is told by `input`. */
async function run(command: string, args: readonly string[], input?: () => Promise<string>): Promise<string> {
  const child = spawn(command, args, { cwd: folder, stdio: ['pipe', 'pipe', 'inherit'] })
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text
  })
  const ended = new Promise<number | null>((resolve, reject) => child.on('close', resolve).on('error', reject))
  child.stdin.end(input === undefined ? '' : `${await input()}\n`)
  assert.equal(await ended, 0, output)
  return output
}

async function digits(): Promise<string> {
  while (pending.length === 0) await new Promise((resolve) => setTimeout(resolve, 50))
  return pending[0]?.code ?? ''
}

/** A bill of its own, of the person at the terminal. */
async function newBill(): Promise<void> {
  const bill = JSON.parse(readFileSync(join(root, 'examples/outpatient-5-lines.json'), 'utf8'))
  await writeFile(join(folder, 'bill.json'), JSON.stringify({ ...bill, medOrgOrd: nextNumber(), insuCode: '999999' }))
}

describe('the programs in other languages', () => {
  it('pair by the digits that the agent shows', async () => {
    await run('bash', ['-euo', 'pipefail', '-c', program('Pair once')], digits)
    assert.match(readFileSync(join(folder, 'till.token'), 'utf8'), /^[\w-]{20,}\n$/)
  })

  const languages: readonly (readonly [heading: string, file: string, steps: readonly (readonly string[])[]])[] = [
    ['curl', 'till.sh', [['bash', '-euo', 'pipefail', 'till.sh']]],
    ['Python', 'till.py', [['python3', 'till.py']]],
    [
      'Java',
      'Till.java',
      [
        ['javac', '-encoding', 'UTF-8', 'Till.java'],
        ['java', '-cp', '.', 'Till'],
      ],
    ],
    [
      'C#',
      'Till.cs',
      [
        ['mcs', '-r:System', 'Till.cs'],
        ['mono', 'Till.exe'],
      ],
    ],
  ]
  for (const [heading, file, steps] of languages)
    it(`upload a bill once and tell its state: ${heading}`, async () => {
      await newBill()
      const uploads = simulator.counts.effects.uploads
      await writeFile(join(folder, file), program(heading))
      let output = ''
      for (const [command = '', ...args] of steps) output = await run(command, args)
      assert.equal(output.trim(), 'pending')
      assert.equal(simulator.counts.effects.uploads, uploads + 1)
    })
})
