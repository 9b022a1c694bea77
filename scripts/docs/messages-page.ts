import { defaultProfile, type Field, type Message, messages, type Operation, type Shape } from '@nationec/protocol'
import { GENERATED, page, table } from './markdown.ts'

/** The client's method for each message; the profile decides which generation it speaks. */
const METHODS: Readonly<Record<string, Operation>> = {
  'ec.query': 'queryCredential',
  'cn.nhsa.qrcode.get': 'scanQrCode',
  'cn.nhsa.ec.auth': 'authoriseFace',
  'cn.nhsa.auth.check': 'checkAuthorisation',
  'cn.nhsa.cert.get': 'readIdCard',
  'cn.nhsa.settle.notify': 'notifySettlement',
  '6201': 'uploadFees',
  '6202': 'placeOrder',
  '6203': 'refund',
  '6301': 'querySettlement',
  '6401': 'revokeFees',
  'hos.upload.fee': 'uploadFees',
  'hos.refund.setl': 'refund',
  'hos.query': 'querySettlement',
  'hos.revoke.order': 'revokeFees',
}

/** Every message with every field: name, Chinese name, length, required flag, evidence. */
export function messagesPage(): string {
  return page(GENERATED, '# Messages', INTRODUCTION, ...Object.values(messages).map((message) => chapter(message)))
}

const INTRODUCTION = `Field names are the documents' own, to the letter. \`Y\` marks a field that must be given. Lengths count characters unless
the profile counts bytes. Evidence: *confirmed* (the specification, or several independent sources), *single source*,
*assumption* (ours, without a source). A profile (\`defineProfile\`) changes lengths, flags and time forms, and adds fields.`

function chapter(message: Message): string {
  const { name, title, english, clause, evidence, request, response } = message
  const operation = METHODS[name]
  const facts = [
    clause === undefined ? undefined : `clause ${clause}`,
    `evidence: ${evidence}`,
    message.bare === true ? '`client.checkToken`, sent bare, without an envelope' : undefined,
    operation === undefined
      ? undefined
      : `\`client.${operation}\`, transType \`${defaultProfile.transTypes[operation]}\``,
  ].filter((fact) => fact !== undefined)
  return [
    `## ${name} ${title}`,
    `${english}; ${facts.join('; ')}.`,
    ...bodyPart('Request', request),
    ...bodyPart('Response', response),
  ].join('\n\n')
}

function bodyPart(title: string, shape: Shape): string[] {
  const rows = rowsOf(shape, '')
  if (rows.length === 0) return [`### ${title}`, 'No fields.']
  return [`### ${title}`, table(['field', '名称', 'form', '', 'evidence', 'remark'], rows)]
}

function rowsOf(shape: Shape, prefix: string): string[][] {
  return Object.entries(shape).flatMap(([name, field]) => {
    const path = `${prefix}${name}`
    const row = [`\`${path}\``, field.title, formOf(field), field.required ? 'Y' : '', field.evidence, remarkOf(field)]
    const inner = field.shape === undefined ? [] : rowsOf(field.shape, `${path}${field.kind === 'list' ? '[].' : '.'}`)
    return [row, ...inner]
  })
}

function formOf({ kind, length, digits, form }: Field): string {
  switch (kind) {
    case 'text':
    case 'code':
      return `C${length}`
    case 'money':
    case 'decimal':
    case 'integer':
      return digits?.[1] === 0 ? `N${digits[0]}` : `N${digits?.join('.')}`
    case 'time':
      return form ?? ''
    case 'json':
      return 'object or JSON text'
    default:
      return kind
  }
}

function remarkOf({ note, table: codes, aliases }: Field): string {
  const parts = [
    note,
    codes === undefined ? undefined : `Values: [${codes}](code-tables.md#${codes.toLowerCase()}).`,
    aliases === undefined ? undefined : `Also read as ${aliases.map((alias) => `\`${alias}\``).join(', ')}.`,
  ]
  return parts.filter((part) => part !== undefined).join(' ')
}
