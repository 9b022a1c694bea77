import { codeTables, type Field, type Message, type Shape } from '@nationec/protocol'

/** As wide as the formatter lets a line be. */
const LINE = 120

/** A table with more entries is a catalogue, and no list that is read while typing. */
const MOST_CODES = 60

/** How interfaces are written. */
export interface TypeStyle {
  /** In front of each member: `readonly `, or nothing. */
  readonly modifier: string
  /** What the body of a request and that of an answer are called. */
  readonly suffixes: { readonly request: string; readonly response: string }
  readonly isNeeded: (name: string, field: Field) => boolean
  /** What is told of a field, in one line. */
  readonly about: (field: Field) => string
  readonly scalar: (field: Field) => string
  /** The type of a code table. */
  readonly codeType: (table: string) => string
  /** The type of a list or object that has a name of its own. */
  readonly nameOf?: (shape: Shape) => string | undefined
  /** What each interface of an answer extends. */
  readonly answerExtends?: string
}

/** Gathers interfaces and code types; what is written twice under one name is written once. */
export class TypeWriter {
  readonly #style: TypeStyle
  readonly #interfaces = new Map<string, string>()
  readonly #tables = new Set<string>()

  constructor(style: TypeStyle) {
    this.#style = style
  }

  /** Writes both bodies of a message, and tells what their types are called. */
  message(prefix: string, message: Message): { request: string; response: string } {
    const { suffixes, isNeeded, answerExtends } = this.#style
    const names = { request: `${prefix}${suffixes.request}`, response: `${prefix}${suffixes.response}` }
    const about = `${message.title} (\`${message.name}\`)`
    this.#write(names.request, `The body of ${about}.`, message.request, isNeeded)
    this.#write(
      names.response,
      `The answer of ${about}.`,
      message.response,
      (_, { required }) => required,
      answerExtends,
    )
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
      const start = `export type ${this.#style.codeType(name)} =`
      const line = `${start} ${literals.join(' | ')}`
      const type = line.length <= LINE ? line : `${start}\n${literals.map((one) => `  | ${one}`).join('\n')}`
      return `/**\n${wrapped(about)}\n */\n${type}\n`
    })
  }

  #write(name: string, title: string, shape: Shape, isNeeded: TypeStyle['isNeeded'], base?: string): void {
    const { about, modifier } = this.#style
    const members = Object.entries(shape).flatMap(([field, facts]) => {
      const [mark, absent] = isNeeded(field, facts) ? ['', ''] : ['?', ' | undefined']
      // Programs like to build bodies with members that are `undefined`: they do not travel.
      return [commentOf(about(facts)), `  ${modifier}${field}${mark}: ${this.#typeOf(name, field, facts)}${absent}`]
    })
    const head = `export interface ${name}${base === undefined ? '' : ` extends ${base}`} {`
    const body =
      members.length === 0 ? `export type ${name} = Record<never, never>` : `${head}\n${members.join('\n')}\n}`
    this.#interfaces.set(name, `/** ${title} */\n${body}\n`)
  }

  #typeOf(above: string, name: string, field: Field): string {
    const { kind, table, shape = {} } = field
    if (kind === 'json') return 'Extension'
    if (kind === 'object' || kind === 'list') {
      const own = this.#inner(above, name, field, shape)
      return kind === 'list' ? `${this.#style.modifier}${own}[]` : own
    }
    const entries = table === undefined ? 0 : (codeTables.get(table)?.entries.length ?? 0)
    if (table === undefined || entries === 0 || entries > MOST_CODES) return this.#style.scalar(field)
    this.#tables.add(table)
    return this.#style.codeType(table)
  }

  #inner(above: string, name: string, { title }: Field, shape: Shape): string {
    const { request, response } = this.#style.suffixes
    const stem = [request, response].reduce((rest, suffix) => rest.replace(new RegExp(`${suffix}$`), ''), above)
    const inner = `${stem}${capital(name.replace(/List$/, ''))}`
    const own = this.#style.nameOf?.(shape) ?? (above.endsWith(response) ? `${inner}${response}` : inner)
    this.#write(own, `${title}.`, shape, (_, { required }) => required)
    return own
  }
}

/** Limit of a field in words. */
export function limitOf({ kind, length, digits, form, required }: Field): string {
  return {
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
}

export const capital = (name: string): string =>
  name
    .split(/[._]/)
    .map((part) => `${part.charAt(0).toUpperCase()}${part.slice(1)}`)
    .join('')

/** A comment of one line, or of several where it is long. */
function commentOf(text: string): string {
  const safe = text.replaceAll('*/', '* /')
  return `  /** ${safe} */`
}

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
