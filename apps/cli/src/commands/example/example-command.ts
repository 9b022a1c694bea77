import { didYouMean } from '@nationec/errors'
import { cliError } from '../../errors/cli-error.ts'
import { needed } from '../../errors/needed.ts'
import { sayJson, tell } from '../../output/say.ts'
import type { BodyCommand } from './body-commands.ts'
import { exampleBodies } from './example-bodies.ts'

/** The message of each command under the profile that holds without a setting. */
const TRANS_TYPES: Readonly<Record<Exclude<BodyCommand, 'call'>, string>> = {
  credential: 'ec.query',
  upload: '6201',
  place: '6202',
  query: '6301',
  revoke: '6401',
  refund: '6203',
}

/** `nationec example`: the body alone, or with `--json` the document that `--answer` of the command takes as well. */
export function exampleCommand(command: BodyCommand, given: string | undefined, json: boolean): void {
  const transType = command === 'call' ? given : TRANS_TYPES[command]
  if (transType === undefined) throw needed('transType')
  const body = Object.hasOwn(exampleBodies, transType) ? exampleBodies[transType] : undefined
  if (body === undefined) {
    const names = Object.keys(exampleBodies)
    const { en, zh } = didYouMean(transType, names)
    const text = {
      en: `transType: one of ${names.join(', ')}${en}.`,
      zh: `交易类型须为 ${names.join('、')} 之一${zh}。`,
    }
    throw cliError('INPUT_INVALID', { details: [text] })
  }
  sayJson(json ? { command, transType, body } : body)
  if (!json) tell('persons and numbers are invented 人员与编号均为虚构')
}
