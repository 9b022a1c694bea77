// @everyday node
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Command, CommanderError } from 'commander'
import { createProgram } from '../program.ts'
import { EXAMPLES } from './examples.ts'
import { wordsOf } from './help.ts'

const program = () => createProgram(() => {})

const withChildren = (command: Command): Command[] => [command, ...command.commands.flatMap(withChildren)]

const commands = withChildren(program())

function helpOf(command: Command): string {
  let text = ''
  command.configureOutput({ writeOut: (part) => (text += part) }).outputHelp()
  return text
}

/** Reads a line as the program does, and does nothing; the words of the command that was found. */
async function readLine(line: string): Promise<string> {
  let found = ''
  const root = program()
  for (const command of withChildren(root)) {
    command.exitOverride().configureOutput({ writeErr: () => {}, outputError: () => {} })
    if (typeof Reflect.get(command, '_actionHandler') === 'function') {
      command.action(() => {
        found = wordsOf(command)
      })
    }
  }
  await root.parseAsync(wordsOfLine(line), { from: 'user' })
  return found
}

const wordsOfLine = (line: string): string[] =>
  line
    .replace(/ > \S+$/, '')
    .split(' ')
    .slice(1)

describe('the help of every command', () => {
  it('has examples, each with its purpose in both languages where it begins something', () => {
    assert.deepEqual(Object.keys(EXAMPLES).sort(), commands.map(wordsOf).sort())
    for (const command of commands) {
      const examples = EXAMPLES[wordsOf(command)] ?? []
      const help = helpOf(command)
      assert.ok(examples.length > 0, wordsOf(command))
      assert.match(help, /^Examples 示例:$/m)
      assert.match(examples[0]?.what ?? '', /[a-z].*[一-龥]/, wordsOf(command))
      for (const { line } of examples) assert.ok(help.includes(line), line)
    }
  })

  it('has examples that the program reads, of that command', async () => {
    for (const [words, examples] of Object.entries(EXAMPLES)) {
      const found: string[] = []
      for (const { line } of examples) {
        for (const part of line.split(' | ')) {
          const name = await readLine(part).catch((error: unknown) => {
            assert.fail(`${part}: ${error instanceof CommanderError ? error.message : String(error)}`)
          })
          found.push(name)
        }
      }
      assert.ok(words === '' || found.some((name) => name.startsWith(words)), `${words}: ${found}`)
    }
    await assert.rejects(readLine('nationec query --no-such-option'))
  })

  it('marks what must be given, in both languages', () => {
    let marked = 0
    for (const command of commands) {
      const help = helpOf(command).replaceAll(/\s+/g, ' ')
      for (const option of command.options.filter(({ mandatory }) => mandatory)) {
        assert.ok(
          help.includes(`${option.flags} ${option.description} (required 必填`),
          `${wordsOf(command)} ${option.flags}`,
        )
        marked += 1
      }
      for (const argument of command.registeredArguments.filter(({ required }) => required)) {
        assert.match(help, new RegExp(`${argument.name()} [^<>]*\\(required 必填`), wordsOf(command))
        marked += 1
      }
    }
    assert.ok(marked > 10)
  })

  it('marks what another choice makes necessary', () => {
    const help = (words: string): string =>
      helpOf(commands.find((command) => wordsOf(command) === words) ?? program()).replaceAll(/\s+/g, ' ')
    assert.match(help('upload'), /--library <path> [^<>]*required with 必填于 --transport dll\)/)
    assert.match(help('upload'), /--org-id <code> [^<>]*required with 必填于 --transport dll, serial, agent\)/)
    assert.match(help('crypto encrypt'), /--form <name> [^<>]*required with 必填于 sm2\)/)
    assert.match(help('crypto decrypt'), /--mode <name> [^<>]*required with 必填于 sm4\)/)
    assert.match(help('crypto sign'), /--private-key-file <path> [^<>]*one of the two required 二者必填其一\)/)
    assert.match(help('simulate'), /--serial-keys <folder> [^<>]*required with 必填于 --serial-port\)/)
  })

  it('has titles in both languages', () => {
    assert.match(helpOf(program()), /^Usage 用法: nationec/)
    for (const title of ['Options 选项:', 'Commands 命令:']) assert.ok(helpOf(program()).includes(`\n${title}\n`))
  })
})
