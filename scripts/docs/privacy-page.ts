import { type Field, messages, type Shape } from '@nationec/protocol'
import { type DisplayRule, displayRule, type ShownForm } from '@nationec/protocol/privacy'
import { GENERATED, page, table } from './markdown.ts'

/** What is shown of each field and where, from the rules that the masks run on. */
export function privacyPage(): string {
  const fields = fieldsByName()
  return page(
    GENERATED,
    '# Privacy 隐私与脱敏',
    INTRODUCTION,
    '## Where what is shown 各处显示规则',
    table(['where 位置', 'rule 规则'], PLACES),
    '## How a value is judged 取值校验',
    table(
      ['shown as 显示形式', 'form of the value 取值要求', 'fields 字段数'],
      Object.entries(FORMS).map(([form, text]) => [NAMES[form as ShownForm], text, String(count(fields, form))]),
    ),
    HIDDEN,
    '## Field by field 逐字段',
    FIELDS,
    table(
      ['field 字段', '名称', 'shown as 显示为'],
      [...fields].map(([name, titles]) => [`\`${name}\``, [...titles].join('、'), shownAs(displayRule(name))]),
    ),
  )
}

const INTRODUCTION = `\`@nationec/protocol/privacy\` decides what may be shown; every mask of the repository asks it. It chooses what is shown,
not what is hidden: a value appears only if its field is known **and** the value has the form that the field table gives it. An
identity number in \`transType\`, a name in \`insutype\` and every value of an unknown field are \`***\`.

\`@nationec/protocol/privacy\` 是唯一的脱敏规则来源，本仓库所有脱敏均由其判定。规则为“白名单”：字段已知**且**取值符合字段表规定的形式才显示，
其余一律为 \`***\`。例如误填在 \`transType\` 中的证件号码、误填在 \`insutype\` 中的姓名，以及未知字段的任何取值，都不显示。`

const ALL = 'the table below 见下表'

const PLACES: readonly (readonly [string, string])[] = [
  [
    'tapes 录制文件（`record`, `nationec trace record`, `--trace`）',
    `${ALL}; text that is not JSON: \`***\` 非 JSON 文本整体隐藏`,
  ],
  [
    'trace of the agent 代理的报文跟踪（`/v1/trace`, events 事件）',
    `${ALL}; text that is not JSON: \`***\` 非 JSON 文本整体隐藏`,
  ],
  [
    'log of the agent 代理日志（`maskMembers`）',
    `${ALL}; members of its own: numbers and ASCII 自有成员仅显示数值与 ASCII 文本; of foreign errors the kind and the place 外部异常仅记类型与位置`,
  ],
  [
    'masked logs 日志脱敏（`nationec trace mask`, `maskLog`）',
    `${ALL}, in JSON over any lines, printed maps, XML, \`name=value\` 含多行 JSON、Map 打印、XML、\`name=value\`; records of card readers \`A|B|C\`: \`***\` 读卡记录整体隐藏; a name in a plain sentence cannot be recognised 普通语句中的姓名无法识别，外发前请人工复核`,
  ],
  [
    'errors 错误（`BusinessError`, every `message` and `toJSON`）',
    'names of fields and rules, no values 仅含字段名与规则，不含取值; in a text of the far end everything that the request held and the table hides is `***` 对端返回信息中凡请求含有且下表不予显示的内容均替换为 `***`',
  ],
  [
    'output of the CLI for people 命令行的人读输出',
    `${ALL}; \`--json\` gives a successful answer whole 成功结果以 \`--json\` 完整输出，由调用方自行保管`,
  ],
  [
    'lists and events of the agent 代理的订单列表与事件（`/v1/orders`, `/v1/operations`, `/v1/events`）',
    'states, amounts, times, and numbers of orders as the caller gave them 状态、金额、时间，以及调用方自编的订单号（原样）',
  ],
  ['answers to the caller 返回给调用方的应答', 'whole: they are the caller’s own 完整返回，由调用方自行保管'],
  [
    '`cause` of an error 错误的 `cause`',
    'what a driver or a library threw: print it with care 驱动或动态库抛出的原始异常，打印前请自行评估',
  ],
]

const NAMES: Readonly<Record<ShownForm, string>> = {
  code: 'code 代码',
  amount: 'amount 金额',
  number: 'number 数值',
  time: 'time 时间',
  'order number': 'order number 订单号',
  institution: 'institution 机构编码',
  region: 'region 统筹区',
  transType: 'transType 交易类型',
  'return code': 'return code 返回码',
  'truth value': 'truth value 布尔值',
}

const FORMS: Readonly<Record<ShownForm, string>> = {
  code: 'a value of its [code table](reference/code-tables.md) 代码表中的取值',
  amount: 'at most nine digits and two decimals 整数部分至多 9 位，至多两位小数',
  number: 'at most nine digits and six decimals 整数部分至多 9 位，至多六位小数',
  time: 'a real moment in a form of the documents 文档规定格式的有效时间',
  'order number': '`ORD…` of the centre, or a serial number of clause 2.2.3 平台订单号（`ORD…`）或符合 2.2.3 的流水号',
  institution: '`H` or `P` and eleven digits `H`/`P` 加 11 位数字',
  region: 'six digits 6 位数字',
  transType: 'words with points, or four digits 点分小写单词或 4 位数字',
  'return code': 'at most nine digits 至多 9 位数字',
  'truth value': '`true`, `false`',
}

const HIDDEN = `The nine digits keep telephone numbers (11), identity numbers (15, 18) and bank cards (16 to 19) from being taken for an
amount. Numbers of orders of other forms are hidden.

整数部分限 9 位，手机号（11 位）、证件号码（15、18 位）、银行卡号（16～19 位）因此不会被当作金额显示。其他形式的订单号不显示。`

const FIELDS = `A name that is personal in one message is so in all. *Hidden* says why: name 姓名类, number 号码类, token 令牌类, health 健康信息,
text 自由文本.

同名字段只要在任一报文中属个人信息，即在所有报文中按个人信息处理。`

const WHY: Readonly<Record<NonNullable<DisplayRule['hidden']>, string>> = {
  name: 'name 姓名类',
  number: 'number 号码类',
  token: 'token 令牌类',
  health: 'health 健康信息',
  text: 'text 自由文本',
  unknown: 'unknown 未知字段',
}

function shownAs({ forms, tables, hidden }: DisplayRule): string {
  if (hidden !== undefined) return `\`***\` ${WHY[hidden]}`
  const codes = tables.map((name) => ` [${name}](reference/code-tables.md#${name.toLowerCase()})`).join(',')
  return forms.map((form) => NAMES[form]).join(', ') + codes
}

function count(fields: ReadonlyMap<string, unknown>, form: string): number {
  return [...fields.keys()].filter((name) => displayRule(name).forms.some((shown) => shown === form)).length
}

/** The fields that hold values, by name, with the Chinese names that the messages give them. */
function fieldsByName(): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>([
    ['code', new Set(['返回码'])],
    ['transType', new Set(['交易类型'])],
  ])
  const add = (name: string, field: Field): void => {
    if (field.shape === undefined) found.set(name, (found.get(name) ?? new Set()).add(field.title))
    else walk(field.shape)
  }
  const walk = (shape: Shape): void => {
    for (const [name, field] of Object.entries(shape)) {
      for (const spelling of [name, ...(field.aliases ?? [])]) add(spelling, field)
    }
  }
  for (const { request, response } of Object.values(messages)) {
    walk(request)
    walk(response)
  }
  return new Map([...found].sort(([left], [right]) => (left.toLowerCase() < right.toLowerCase() ? -1 : 1)))
}
