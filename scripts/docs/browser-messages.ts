import { codeTables, type Field, type Message, messageOf, type Operation, type Shape } from '@nationec/protocol'

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

/** As wide as the formatter lets a line be. */
const LINE = 120

/** A table with more entries is a catalogue, and no list that is read while typing. */
const MOST_CODES = 60

/**
 * The bodies of the SDK for pages as TypeScript, written from the field table: the SDK takes nothing of the protocol into
 * a page.
 */
export function browserMessages(): string {
  const writer = new TypeWriter()
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
  const maps = generations.map(({ name, of, title }) => {
    const rows = OPERATIONS.map((operation) => {
      const { body, answer } = writer.message(operation, messageOf(operation, { generation: of }))
      return `  readonly ${operation}: { readonly body: ${body}; readonly answer: ${answer} }`
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
`

/** Gathers interfaces and code types; what is written twice under one name is written once. */
class TypeWriter {
  readonly #interfaces = new Map<string, string>()
  readonly #names = new Map<Message, { body: string; answer: string }>()
  readonly #tables = new Set<string>()

  message(operation: Operation, message: Message): { body: string; answer: string } {
    const known = this.#names.get(message)
    if (known !== undefined) return known
    const prefix = `${message.name.startsWith('hos.') ? 'Hos' : ''}${capital(operation)}`
    const names = { body: `${prefix}Body`, answer: `${prefix}Answer` }
    const about = `${message.title} (\`${message.name}\`)`
    this.#write(names.body, `The body of ${about}.`, message.request, mustBeGiven)
    this.#write(names.answer, `The answer of ${about}.`, message.response, (_, { required }) => required, [
      '  /** Side fields that could not be read. Absent when everything was. */',
      '  readonly unreadFields?: readonly UnreadField[]',
    ])
    this.#names.set(message, names)
    return names
  }

  interfaces(): string[] {
    return [...this.#interfaces.values()]
  }

  codes(): string[] {
    return [...this.#tables].sort().map((name) => {
      const table = codeTables.get(name)
      const entries = table?.entries ?? []
      const list = entries.map(({ code, zh }) => `${code} ${zh}`).join('; ')
      const literals = [...entries.map(({ code }) => `'${code}'`), '(string & Record<never, never>)']
      const about = `${table?.titleZh ?? name}; other values pass. ${list}`
      const start = `export type ${capital(name)} =`
      const line = `${start} ${literals.join(' | ')}`
      const type = line.length <= LINE ? line : `${start}\n${literals.map((one) => `  | ${one}`).join('\n')}`
      return `/**\n${wrapped(about)}\n */\n${type}\n`
    })
  }

  #write(
    name: string,
    title: string,
    shape: Shape,
    isNeeded: (name: string, field: Field) => boolean,
    more: readonly string[] = [],
  ): void {
    const members = Object.entries(shape).flatMap(([field, facts]) => [
      `  /** ${aboutOf(facts)} */`,
      memberOf(field, this.#typeOf(name, field, facts), isNeeded(field, facts)),
    ])
    this.#interfaces.set(name, `/** ${title} */\nexport interface ${name} {\n${[...members, ...more].join('\n')}\n}\n`)
  }

  #typeOf(above: string, name: string, field: Field): string {
    const { kind, table, title, shape = {} } = field
    if (kind === 'json') return 'Extension'
    if (kind === 'object' || kind === 'list') {
      const inner = `${above.replace(/(?:Body|Answer)$/, '')}${capital(name.replace(/List$/, ''))}`
      const own = above.endsWith('Answer') ? `${inner}Answer` : inner
      this.#write(own, `${title}.`, shape, (_, { required }) => required)
      return kind === 'list' ? `readonly ${own}[]` : own
    }
    const entries = table === undefined ? 0 : (codeTables.get(table)?.entries.length ?? 0)
    if (table === undefined || entries === 0 || entries > MOST_CODES) return 'string'
    this.#tables.add(table)
    return capital(table)
  }
}

/** Programs like to build bodies with members that are `undefined`: they do not travel. */
function memberOf(name: string, type: string, isNeeded: boolean): string {
  return `  readonly ${name}${isNeeded ? '' : '?'}: ${type}${isNeeded ? '' : ' | undefined'}`
}

/** Chinese name, limit and remark of a field, in one line. */
function aboutOf({ title, kind, length, digits, form, required, note }: Field): string {
  const limits = {
    text: `≤ ${length} characters`,
    code: `≤ ${length} characters`,
    json: `≤ ${length} characters`,
    money: 'yuan as text with two decimals',
    decimal: `a number as text, N${digits?.[0]}.${digits?.[1]}`,
    integer: `a whole number as text, ≤ ${digits?.[0]} digits`,
    time: `${form}`,
    object: '',
    list: required ? 'at least one' : '',
  }[kind]
  return [title, limits, note]
    .filter((part) => part !== undefined && part !== '')
    .join('; ')
    .replaceAll('*/', '* /')
}

const capital = (name: string): string =>
  name
    .split('_')
    .map((part) => `${part.charAt(0).toUpperCase()}${part.slice(1)}`)
    .join('')

/** A long text as lines of a comment. */
function wrapped(text: string): string {
  const lines = ['']
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? ''
    if (line.length + word.length > 100) lines.push(word)
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`
  }
  return lines.map((line) => ` * ${line}`).join('\n')
}
