import type { Field, Message, Shape } from '@nationec/protocol'
import * as protocol from '@nationec/protocol'
import { capital, limitOf, TypeWriter } from './type-writer.ts'

/**
 * The bodies of every message as interfaces, so that an editor tells of each field what the documents say, and the compiler
 * names a field that is missing. They are what the compiler makes of the field table too; a test compares both.
 */
export function protocolBodies(): string {
  const writer = new TypeWriter({
    modifier: '',
    suffixes: { request: 'Request', response: 'Response' },
    isNeeded: (_, { required }) => required,
    about: factsOf,
    scalar: ({ kind }) => (kind === 'money' ? 'Yuan' : 'string'),
    codeType: (table) => `${capital(table)}Code`,
    nameOf: (shape) => namedShapes.get(shape),
    answerExtends: 'UnreadFields',
  })
  const rows = Object.entries(protocol.messages as Readonly<Record<string, Message>>).map(([name, message]) => {
    const { request, response } = writer.message(nameOfExport(message), message)
    const key = /^[A-Za-z]\w*$/.test(name) ? name : `'${name}'`
    return `  ${key}: { request: ${request}; response: ${response} }`
  })
  const map = `/** The bodies of every message, by its name. */\nexport interface MessageBodies {\n${rows.join('\n')}\n}\n`
  return [HEAD, ...writer.codes(), ...writer.interfaces(), map].join('\n')
}

/** Lists that integrators build by themselves have names of their own. */
const namedShapes = new Map<Shape | undefined, string>([
  [protocol.feeUpload.request.feedetailList.shape, 'FeeLine'],
  [protocol.feeUpload.request.diseinfoList.shape, 'Diagnosis'],
  [protocol.hosFeeUpload.request.diseList.shape, 'HosDiagnosis'],
  [protocol.hosFeeUpload.request.rxList.shape, 'PrescriptionLine'],
])

function nameOfExport(message: Message): string {
  const found = Object.entries(protocol).find(([, value]) => value === message)
  if (found === undefined) throw new Error(`${message.name} is not exported`)
  return capital(found[0])
}

/** Chinese name, limit, flag, code table, evidence and remark of a field, in one line. */
function factsOf(field: Field): string {
  const facts = [
    field.title,
    limitOf(field),
    field.required ? 'required' : 'optional',
    field.table === undefined ? '' : `table \`${field.table}\``,
    field.evidence,
    field.note,
  ]
  return facts.filter((part) => part !== undefined && part !== '').join('; ')
}

const HEAD = `// Written by \`npm run docs\` from the field table: packages/protocol/src/messages.
import type { UnreadFields } from '../errors/unread-fields.ts'
import type { Yuan } from '../money/yuan.ts'
import type { Extension } from '../text/extension.ts'
`
