import process from 'node:process'
import { didYouMean } from '@nationec/errors'
import type { Message } from '@nationec/protocol'
import { fieldsNamed } from '@nationec/protocol/privacy'
import type { BodyFlags } from '../command-line/body-options.ts'
import { cliError } from '../errors/cli-error.ts'
import { concealValues } from '../output/concealed.ts'
import { isOwnNumber } from '../terminal/prepare-body.ts'
import { readJsonObject } from './read-json.ts'

/**
 * The body of a request: a JSON file or stdin, over it the fields of earlier answers that the message asks for, over
 * both single fields. Without any of them stdin is read. From here on no failure shows what is in it.
 *
 * @param message whose fields are taken from earlier answers
 * @throws `INPUT_*`, `SECRET_ON_COMMAND_LINE` for a field on the command line that is personal in any message
 */
export async function readBody(
  { file, field = [], fieldEnv = [], answer = [] }: BodyFlags,
  message: Message | undefined,
): Promise<Record<string, unknown>> {
  const single = [...field.map((given) => plainField(given, message)), ...fieldEnv.map(fieldFromVariable)]
  if ([file, ...answer].filter((path) => path === '-').length > 1) throw cliError('INPUT_INVALID', { details: [STDIN] })
  const needsFile = single.length === 0 && answer.length === 0
  const whole = file !== undefined || needsFile ? await readJsonObject(file ?? '-', '--file') : {}
  const earlier = await fieldsOfAnswers(answer, message)
  const body = { ...whole, ...earlier, ...Object.fromEntries(single) }
  concealValues(body)
  return body
}

const STDIN = {
  en: 'stdin can be read once: give - to one of --file and --answer.',
  zh: '标准输入只能读取一次：--file 与 --answer 中仅可有一个为 -。',
}

/** The fields of several answers. Two values of one field mean that the answers are of different patients or orders. */
async function fieldsOfAnswers(paths: readonly string[], message: Message | undefined) {
  const found: Record<string, unknown> = {}
  for (const path of paths) {
    if (message === undefined) throw cliError('INPUT_INVALID', { details: [NO_MESSAGE] })
    for (const [name, value] of Object.entries(await fieldsOfAnswer(path, message))) {
      if (found[name] !== undefined && found[name] !== value) {
        const text = { en: `--answer: two answers differ in ${name}.`, zh: `--answer：两份应答的 ${name} 不一致。` }
        throw cliError('INPUT_INVALID', { details: [text] })
      }
      found[name] = value
    }
  }
  return found
}

const NO_MESSAGE = {
  en: '--answer: the fields of this transType are not known, give them with --file.',
  zh: '--answer：该交易类型的字段未知，请用 --file 给出。',
}

/**
 * Of an answer the body, and the numbers under which its order is found; of a failure those numbers. Not taken are an
 * extension, which belongs to its own message although others call theirs by the same name, and what must be new in each
 * request.
 */
async function fieldsOfAnswer(path: string, message: Message): Promise<Record<string, unknown>> {
  const { body, references } = await readJsonObject(path, '--answer')
  if (!isObject(body) && !isObject(references)) {
    const text = { en: '--answer: not the --json output of a command.', zh: '--answer：不是命令的 --json 输出。' }
    throw cliError('INPUT_INVALID', { details: [text] })
  }
  const given = { ...(isObject(references) && references), ...(isObject(body) && body) }
  const isAsked = (name: string) => {
    const field = Object.hasOwn(message.request, name) ? message.request[name] : undefined
    return field !== undefined && field.kind !== 'json' && !isOwnNumber(name, message)
  }
  return Object.fromEntries(Object.entries(given).filter(([name, value]) => isAsked(name) && value !== null))
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function plainField(given: string, message: Message | undefined): readonly [string, string] {
  const [name, value] = split(given, '--field')
  const known = fieldsNamed(name)
  if (known.length === 0) {
    const { en, zh } = didYouMean(name, Object.keys(message?.request ?? {}))
    const text = {
      en: `--field: no message has a field ${shown(name)}${en}.`,
      zh: `--field：没有字段 ${shown(name)}${zh}。`,
    }
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
