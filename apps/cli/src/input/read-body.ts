import process from 'node:process'
import type { Message } from '@nationec/protocol'
import { fieldsNamed } from '@nationec/protocol/privacy'
import type { BodyFlags } from '../command-line/body-options.ts'
import { cliError } from '../errors/cli-error.ts'
import { concealValues } from '../output/concealed.ts'
import { readJsonObject } from './read-json.ts'

/**
 * The body of a request: a JSON file or stdin, over it the fields of an earlier answer that the message asks for, over
 * both single fields. Without any of them stdin is read. From here on no failure shows what is in it.
 *
 * @throws `INPUT_*`, `SECRET_ON_COMMAND_LINE` for a field on the command line that is personal in any message
 */
export async function readBody(
  { file, field = [], fieldEnv = [], answer }: BodyFlags,
  message?: Message,
): Promise<Record<string, unknown>> {
  const single = [...field.map(plainField), ...fieldEnv.map(fieldFromVariable)]
  const needsFile = single.length === 0 && answer === undefined
  const whole = file !== undefined || needsFile ? await readJsonObject(file ?? '-') : {}
  const earlier = answer === undefined ? {} : await fieldsOfAnswer(answer, message)
  const body = { ...whole, ...earlier, ...Object.fromEntries(single) }
  concealValues(body)
  return body
}

/** Of an answer the body; of a failure the numbers under which the order is found. */
async function fieldsOfAnswer(path: string, message: Message | undefined): Promise<Record<string, unknown>> {
  const { body, references } = await readJsonObject(path)
  const given = body ?? references
  if (typeof given !== 'object' || given === null) {
    const text = { en: '--answer: not the --json output of a command.', zh: '--answer：不是命令的 --json 输出。' }
    throw cliError('INPUT_INVALID', { details: [text] })
  }
  return Object.fromEntries(
    Object.entries(given).filter(([name, value]) => message?.request[name] !== undefined && value !== null),
  )
}

function plainField(given: string): readonly [string, string] {
  const [name, value] = split(given, '--field')
  const known = fieldsNamed(name)
  if (known.length === 0) {
    const text = { en: `--field: no message has a field ${shown(name)}.`, zh: `--field：没有字段 ${shown(name)}。` }
    throw cliError('INPUT_INVALID', { details: [text] })
  }
  if (known.every(({ sensitive }) => sensitive === undefined)) return [name, value]
  throw cliError('SECRET_ON_COMMAND_LINE', {
    details: [{ en: `Not --field ${name}.`, zh: `不可使用 --field ${name}。` }],
  })
}

function fieldFromVariable(given: string): readonly [string, string] {
  const [name, variable] = split(given, '--field-env')
  const value = process.env[variable]
  if (value !== undefined && value !== '') return [name, value]
  const text = { en: `The variable for ${shown(name)} is empty.`, zh: `字段 ${shown(name)} 所指的环境变量为空。` }
  throw cliError('INPUT_MISSING', { details: [text] })
}

function split(given: string, option: string): readonly [string, string] {
  const at = given.indexOf('=')
  if (at > 0) return [given.slice(0, at), given.slice(at + 1)]
  throw cliError('INPUT_INVALID', {
    details: [{ en: `${option} takes name=value.`, zh: `${option} 须写作 name=value。` }],
  })
}

function shown(name: string): string {
  return /^[A-Za-z_]{1,30}$/.test(name) ? name : '(?)'
}
