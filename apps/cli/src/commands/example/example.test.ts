// @everyday none
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { documentOf } from '../../fixtures/published-schema.ts'
import { nationec } from '../../fixtures/run-nationec.ts'
import { temporaryFolder } from '../../fixtures/temporary-folder.ts'
import { openTill } from '../../fixtures/till.ts'

describe('nationec example', () => {
  it('prints bodies that the same commands take, from the credential to the revoke', async () => {
    await using till = await openTill('--set', 'patient=manual')
    using folder = temporaryFolder()
    /** Pipes the example of a command into it, with what earlier commands answered. */
    const answerOf = async (command: string, ...more: string[]): Promise<string> => {
      const example = await nationec('example', command)
      const { code, stdout } = await till.command(
        [command, '--file', '-', ...more, '--json'],
        JSON.parse(example.stdout),
      )
      assert.equal(code, 0, `${command} ${stdout}`)
      return folder.write(`${command}.json`, JSON.parse(stdout))
    }
    const person = await answerOf('credential')
    const order = await answerOf('upload', '--answer', person)
    await answerOf('query', '--answer', order)
    await answerOf('revoke', '--answer', person, '--answer', order)
  })

  it('prints with --json a document, of which the command takes the body', async () => {
    await using till = await openTill()
    using folder = temporaryFolder()
    const bodyOf = async (command: string) =>
      documentOf('example', (await nationec('example', command, '--json')).stdout).body
    const answerOf = async (command: string, ...more: string[]): Promise<string> => {
      const { code, stdout } = await till.command([command, '--file', '-', ...more, '--json'], await bodyOf(command))
      assert.equal(code, 0, `${command} ${stdout}`)
      return folder.write(`${command}.json`, JSON.parse(stdout))
    }
    const example = await nationec('example', 'credential', '--json')
    const { stdout } = await till.command(['credential', '--answer', '-', '--json'], JSON.parse(example.stdout))
    const person = folder.write('person.json', JSON.parse(stdout))
    const order = await answerOf('upload', '--answer', person)
    await answerOf('refund', '--answer', person, '--answer', order)
  })

  it('of call prints the body of any described transType', async () => {
    await using till = await openTill()
    const example = await nationec('example', 'call', 'cn.nhsa.cert.get')
    const { code, stdout } = await till.command(['call', 'cn.nhsa.cert.get', '--json'], JSON.parse(example.stdout))
    assert.equal(code, 0, stdout)
  })

  it('says what is missing, and what is meant', async () => {
    for (const [args, expected] of [
      [['example', 'call'], /transType must be given.*须给出 transType/s],
      [['example', 'call', 'ec.qeury'], /one of 6201, .*did you mean `ec\.query`\?.*您是不是要写 `ec\.query`？/s],
      [['example', 'uplaod'], /Allowed choices are credential, upload/],
    ] as const) {
      const { code, stderr } = await nationec(...args)
      assert.equal(code, 2)
      assert.match(stderr, expected)
    }
  })
})
