import { type Field, type Message, messageOf, type Operation } from '@nationec/protocol'
import { capital, limitOf, TypeWriter } from './type-writer.ts'

/** The operations of the SDK for pages, in the order of its methods. */
export const OPERATIONS = [
  ...['queryCredential', 'scanQrCode', 'authoriseFace', 'checkAuthorisation', 'readIdCard', 'notifySettlement'],
  ...['uploadFees', 'querySettlement', 'placeOrder', 'revokeFees', 'refund'],
] as readonly Operation[]

/** What the agent fills in where a body leaves it out. */
const FILLED = ['orgId', 'orgCodg', 'medOrgOrd', 'appRefdSn', 'appRefdTime', 'orgBizSer', 'outBizNo', 'payToken']

/** Whether a page must give a field of a request. */
export function mustBeGiven(name: string, { required }: Field): boolean {
  return required && !FILLED.includes(name)
}

/**
 * The bodies of the SDK for pages as TypeScript, written from the field table: the SDK takes nothing of the protocol into
 * a page.
 */
export function browserMessages(): string {
  const writer = new TypeWriter({
    modifier: 'readonly ',
    suffixes: { request: 'Body', response: 'Answer' },
    isNeeded: mustBeGiven,
    about: (field) => [field.title, limitOf(field), field.note].filter((part) => part).join('; '),
    scalar: () => 'string',
    codeType: capital,
    answerExtends: 'MayBeUnread',
  })
  const generations = [
    {
      name: 'CentreMessages',
      of: 'centre',
      title: 'The bodies of each method under the default generation (6201, 6301, …).',
    },
    {
      name: 'HosMessages',
      of: 'hos',
      title: 'The bodies of each method where the agent’s profile has the generation `hos`.',
    },
  ] as const
  /** A message that both generations have is written under the name of its operation alone. */
  const known = new Map<Message, { request: string; response: string }>()
  const maps = generations.map(({ name, of, title }) => {
    const rows = OPERATIONS.map((operation) => {
      const message = messageOf(operation, { generation: of })
      const prefix = `${message.name.startsWith('hos.') ? 'Hos' : ''}${capital(operation)}`
      const names = known.get(message) ?? writer.message(prefix, message)
      known.set(message, names)
      return `  readonly ${operation}: { readonly body: ${names.request}; readonly answer: ${names.response} }`
    })
    return `/** ${title} */\nexport interface ${name} {\n${rows.join('\n')}\n}\n`
  })
  return [HEAD, ...writer.codes(), ...writer.interfaces(), ...maps].join('\n')
}

const HEAD = `// Written by \`npm run docs\` from the field table of @nationec/protocol.
/** An extension: an object, or its JSON text. */
export type Extension = { readonly [key: string]: unknown } | string

/** A field that no reader of this project could read; its value is left out. */
export interface UnreadField {
  readonly path: string
  readonly rule: string
  readonly text: { readonly zh: string; readonly en: string }
}

/** What stands beside the fields of an answer. */
interface MayBeUnread {
  /** Side fields that could not be read. Absent when everything was. */
  readonly unreadFields?: readonly UnreadField[]
}
`
