// @everyday none
import assert from 'node:assert/strict'
import process from 'node:process'
import { describe, it } from 'node:test'
import type { Command } from 'commander'
import { jsonExamples } from './fixtures/json-examples.ts'
import { documentOf, schemaNames } from './fixtures/published-schema.ts'
import { nationec } from './fixtures/run-nationec.ts'
import { servedLines } from './fixtures/served-lines.ts'
import { temporaryFolder } from './fixtures/temporary-folder.ts'
import { createProgram } from './program.ts'

/** Every command that does something by itself, with its words. */
function acting(command: Command, words: readonly string[] = []): { words: string; command: Command }[] {
  const below = command.commands.flatMap((child) => acting(child, [...words, child.name()]))
  // Commander keeps what a command does to itself.
  const acts = words.length > 0 && typeof Reflect.get(command, '_actionHandler') === 'function'
  return acts ? [{ words: words.join(' '), command }, ...below] : below
}

const commands = acting(createProgram(() => {}))

describe('--json', () => {
  it('is an option of every command', () => {
    for (const { words, command } of commands) {
      const option = command.options.find(({ long }) => long === '--json')
      assert.ok(option !== undefined && !option.hidden, words)
    }
  })

  // Each command once, one after the other: some need what others have written.
  it('gives what a published schema describes, for every command', { timeout: 240_000 }, async () => {
    await using world = await jsonExamples()
    assert.deepEqual(Object.keys(world.examples).sort(), commands.map(({ words }) => words).sort())
    const used = new Set<string>()
    for (const [words, { schema, run }] of [...Object.entries(world.examples), ...world.more.entries()]) {
      const documents = await run()
      assert.ok(documents.length > 0, `${words}`)
      const [first = '', ...more] = documents
      documentOf(schema, first)
      // A tape that is not done when replay is told to end is a failure.
      for (const document of more) documentOf('error' in JSON.parse(document) ? 'failure' : schema, document)
      used.add(schema)
    }
    assert.deepEqual([...used].sort(), [...schemaNames].sort(), 'no schema without a command')
  })

  it('is a line when a command is ready, and one when it has ended', {
    skip: process.platform === 'win32' && 'no signal ends a program gently there',
  }, async () => {
    const { lines, code, stderr } = await servedLines('simulate', '--port', '0', '--json')
    const [ready, ended, ...more] = lines.map((line) => documentOf('serving', line))
    assert.deepEqual(more, [])
    assert.equal(ready.address, `http://127.0.0.1:${ready.port}/`)
    assert.deepEqual([ready.event, ready.mode, ended.event, ended.exitCode], ['ready', 'http', 'ended', 0])
    assert.equal(stderr, '', 'nobody has asked it anything')
    if (!('Deno' in globalThis)) assert.equal(code, 0)
  })

  it('is one line when a command that serves cannot, or ends badly', async () => {
    using folder = temporaryFolder()
    const tape = folder.in('one.tape')
    assert.equal((await nationec('codes', '--json', '--table', 'x')).stdout.trimEnd().split('\n').length, 1)
    for (const args of [
      ['simulate', '--port', '65536'],
      ['simulate', '--serial', 'none'],
      ['simulate', '--port', 'x'],
      ['trace', 'replay', tape],
      ['trace', 'record', '--out', folder.in('no/such/folder'), '--listen', '0'],
    ]) {
      const { code, stdout } = await nationec(...args, '--json')
      assert.ok(code > 0, args.join(' '))
      assert.match(stdout, /^\{.*\}\n$/)
      assert.equal(documentOf('failure', stdout).exitCode, code)
    }
  })

  it('of nationec serve is its own, wherever it stands; the words of the agent are talk', async () => {
    for (const args of [
      ['--json', '--help'],
      ['--help', '--json'],
    ]) {
      const { code, stdout, stderr } = await nationec('serve', ...args)
      assert.equal(code, 0)
      assert.deepEqual(documentOf('serving', stdout), { event: 'ended', exitCode: 0 })
      assert.match(stderr, /nationec-agent/)
    }
    const wrong = await nationec('serve', '--no-such-setting', '--json')
    assert.deepEqual(documentOf('serving', wrong.stdout), { event: 'ended', exitCode: 5 })
    assert.equal(wrong.code, 5)
  })
})
