import { defaultProfile, type Field, type Message, messages, type Operation, type Shape } from '@nationec/protocol'
import { GENERATED, page, table } from './markdown.ts'
import { type Language, remark } from './remarks-zh.ts'

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
export function messagesPage(language: Language): string {
  const { title, introduction } = WORDS[language]
  const chapters = Object.values(messages).map((message) => chapter(message, language))
  return page(GENERATED, `# ${title}`, introduction, ...chapters)
}

const WORDS = {
  en: {
    title: 'Messages',
    clause: 'clause',
    evidence: 'evidence: ',
    between: '; ',
    end: '.',
    bare: '`client.checkToken`, sent bare, without an envelope',
    request: 'Request',
    response: 'Response',
    none: 'No fields.',
    columns: ['field', '名称', 'form', 'required', 'evidence', 'remark'],
    json: 'object or JSON text',
    values: (link: string) => `Values: ${link}.`,
    also: (names: readonly string[]) => `Also read as ${names.join(', ')}.`,
    tables: 'code-tables.md',
    introduction: `Field names are the documents' own, to the letter. \`Y\` marks a field that must be given. Lengths count characters unless
the profile counts bytes. Evidence: *confirmed* (the specification, or several independent sources), *single source*,
*assumption* (ours, without a source). A profile (\`defineProfile\`) changes lengths, flags and time forms, and adds fields.`,
  },
  zh: {
    title: '报文',
    clause: '条款',
    evidence: '依据：',
    between: '；',
    end: '。',
    bare: '`client.checkToken`，直接发送，没有报文头',
    request: '请求',
    response: '应答',
    none: '没有字段。',
    columns: ['字段', '名称', '格式', '必填', '依据', '说明'],
    json: '对象或 JSON 文本',
    values: (link: string) => `取值：${link}。`,
    also: (names: readonly string[]) => `也按 ${names.join('、')} 读取。`,
    tables: 'code-tables.zh-CN.md',
    introduction: `字段名与规范文档完全一致。\`Y\` 表示必填。除非地区配置按字节计算，长度均以字符计。依据：*已证实*（规范原文，或多个独立来源）、*单一来源*、
*假设*（没有来源，为本项目的假设）。地区配置（\`defineProfile\`）可以改变长度、必填标志与时间格式，并增加字段。`,
  },
} as const

function chapter(message: Message, language: Language): string {
  const { name, title, english, clause, evidence, request, response } = message
  const words = WORDS[language]
  const operation = METHODS[name]
  const facts = [
    clause === undefined ? undefined : `${words.clause} ${clause}`,
    `${words.evidence}${remark(evidence, language)}`,
    message.bare === true ? words.bare : undefined,
    operation === undefined
      ? undefined
      : `\`client.${operation}\`${language === 'zh' ? '，' : ', '}transType \`${defaultProfile.transTypes[operation]}\``,
  ].filter((fact) => fact !== undefined)
  const sentence = language === 'zh' ? facts : [english, ...facts]
  return [
    `## ${name} ${title}`,
    `${sentence.join(words.between)}${words.end}`,
    ...bodyPart(words.request, request, language),
    ...bodyPart(words.response, response, language),
  ].join('\n\n')
}

function bodyPart(title: string, shape: Shape, language: Language): string[] {
  const { none, columns } = WORDS[language]
  const rows = rowsOf(shape, '', language)
  if (rows.length === 0) return [`### ${title}`, none]
  return [`### ${title}`, table(columns, rows)]
}

function rowsOf(shape: Shape, prefix: string, language: Language): string[][] {
  return Object.entries(shape).flatMap(([name, field]) => {
    const path = `${prefix}${name}`
    const evidence = remark(field.evidence, language)
    const form = formOf(field, WORDS[language].json)
    const row = [`\`${path}\``, field.title, form, field.required ? 'Y' : '', evidence, remarkOf(field, language)]
    const below = `${path}${field.kind === 'list' ? '[].' : '.'}`
    const inner = field.shape === undefined ? [] : rowsOf(field.shape, below, language)
    return [row, ...inner]
  })
}

function formOf({ kind, length, digits, form }: Field, json: string): string {
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
      return json
    default:
      return kind
  }
}

function remarkOf({ note, table: codes, aliases }: Field, language: Language): string {
  const words = WORDS[language]
  const parts = [
    note === undefined ? undefined : remark(note, language),
    codes === undefined ? undefined : words.values(`[${codes}](${words.tables}#${codes.toLowerCase()})`),
    aliases === undefined ? undefined : words.also(aliases.map((alias) => `\`${alias}\``)),
  ]
  return parts.filter((part) => part !== undefined).join(language === 'zh' ? '' : ' ')
}
