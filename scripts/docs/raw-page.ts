import { defaultProfile, encodeRawRequest, messageOf, type Operation } from '@nationec/protocol'
import { createSimulator } from '@nationec/simulator'
import { GENERATED, page } from './markdown.ts'
import type { Language } from './remarks-zh.ts'

type Body = Readonly<Record<string, unknown>>

/** A request as it goes to the terminal, with the answer of the simulator. */
interface Round {
  readonly operation: Operation
  readonly remark?: keyof (typeof WORDS)['en']['remarks']
  readonly request: Body
  readonly answer: Body
}

const ORG = 'H33010200001'
const MORNING = Date.UTC(2026, 10, 23, 2, 15)

/** Every interface, with what each answer holds, for those who write the JSON themselves. */
export async function rawPage(language: Language): Promise<string> {
  const words = WORDS[language]
  const parts = (await rounds()).map(({ operation, remark, request, answer }) => {
    const { name, title } = messageOf(operation, defaultProfile)
    const heading = `## ${title} \`${String(request['transType'])}\`${remark === undefined ? '' : `: ${words.remarks[remark]}`}`
    const facts = `${words.message} [${name}](${words.messages}), \`client.${operation}\``
    return [heading, facts, words.request, block(request), words.answer, block(answer)].join('\n\n')
  })
  return page(GENERATED, `# ${words.title}`, words.introduction, ...parts)
}

function block(value: Body): string {
  return `\`\`\`json\n${JSON.stringify(value, null, 2)}\n\`\`\``
}

/** Two visits: one that is paid and refunded, one that is taken back. */
async function rounds(): Promise<Round[]> {
  const simulator = createSimulator({ seed: 7, clock: () => MORNING })
  const done: Round[] = []
  const ask = async (operation: Operation, data: Body, remark?: Round['remark']): Promise<Body> => {
    const text = encodeRawRequest({ orgId: ORG, transType: defaultProfile.transTypes[operation], data })
    const answer: Body = JSON.parse(await simulator.handle(text))
    if (answer['code'] !== 0) throw new Error(`${operation}: ${JSON.stringify(answer)}`)
    done.push({ operation, request: JSON.parse(text), answer, ...(remark !== undefined && { remark }) })
    return answer['data'] as Body
  }

  const person = pick(await ask('queryCredential', OPERATOR), 'ecToken', 'idNo', 'idType', 'userName')
  await ask('scanQrCode', OPERATOR)
  const outBizNo = numberOf(1)
  const { authNo } = await ask('authoriseFace', { ...OPERATOR, outBizNo })
  await ask('checkAuthorisation', { ...OPERATOR, outBizNo, authNo })
  await ask('readIdCard', OPERATOR)

  const paid = pick(await ask('uploadFees', { ...BILL, ...person, medOrgOrd: numberOf(2) }), 'payOrdId', 'payToken')
  const who = { orgCodg: ORG, ...pick(person, 'idNo', 'idType', 'userName') }
  await ask('querySettlement', { ...paid, ...who }, 'unpaid')
  simulator.patient.pay(String(paid['payOrdId']))
  await ask('querySettlement', { ...paid, ...who }, 'paid')
  await ask('notifySettlement', { ...NOTICE, ...pick(person, 'idNo', 'userName'), outBizNo: numberOf(3) })
  const refund = { ...pick(paid, 'payOrdId'), ecToken: person['ecToken'], orgCodg: ORG, ...REFUND }
  await ask('refund', { ...refund, appRefdSn: numberOf(4) })

  const second = await ask('uploadFees', { ...BILL, ...person, medOrgOrd: numberOf(5) }, 'second')
  await ask('revokeFees', { ...pick(second, 'payOrdId', 'payToken'), ...who })
  return done
}

function pick(from: Body, ...names: readonly string[]): Body {
  return Object.fromEntries(names.map((name) => [name, from[name]]))
}

function numberOf(count: number): string {
  return `20261123101500${String(count).padStart(16, '0')}${ORG}`
}

const OPERATOR = {
  ...{ orgId: ORG, businessType: '01301', operatorId: '007', operatorName: '测试收费员' },
  ...{ officeId: 'A03', officeName: '内科' },
}

const NOTICE = {
  ...{ orgId: ORG, medicalSettleState: 'SUCCESS', totalFee: '128.50', bizType: 'settle', setlTime: '20261123101500' },
  ...{ operatorId: '007', operatorName: '测试收费员', officeId: 'A03', officeName: '内科' },
  ...{ hospitalName: '测试医院', doctorName: '测试医生' },
}

const REFUND = { appRefdTime: '20261123101500', refdType: 'CASH', totlRefdAmt: '1.00', cashRefdAmt: '1.00' }

const TIME = '2026-11-23 10:15:00'

/** A bill with the required fields. */
const BILL = {
  ...{ orgCodg: ORG, psnNo: '99999900000000000001', insutype: '310', insuCode: '330100', begntime: TIME },
  ...{ iptOtpNo: 'MZ1', deptCode: 'A03', deptName: '内科', caty: 'A03', medType: '11', feeType: '01' },
  ...{ psnSetlway: '01', pubHospRfomFlag: '1', chrgBchno: 'B1', medfeeSumamt: '128.50' },
  feedetailList: [
    {
      ...{ feedetlSn: 'L1', psnNo: '99999900000000000001', chrgBchno: 'B1', feeOcurTime: TIME },
      ...{ rxCircFlag: '0', hospApprFlag: '1', medListCodg: 'XA10BHX002A001010100133', medinsListCodg: 'D100133' },
      ...{ cnt: '1', pric: '128.50', detItemFeeSumamt: '128.50', bilgDeptCodg: 'A03', bilgDeptName: '内科' },
      ...{ bilgDrCodg: 'D999999000011', bilgDrName: '测试医生' },
    },
  ],
}

const WORDS = {
  en: {
    title: 'Raw requests and answers',
    introduction: `What \`InData\` and \`OutData\` of \`NationEcTrans\` hold, for those who write the JSON themselves: every interface with the required fields, answered
by the simulator (\`seed: 7\`). The same texts go to [\`nationec simulate\`](../cli.md#nationec-simulate), to a stand-in library and to \`client.exchangeText\`. Persons and
numbers are invented; a real centre answers with more fields. Read \`code\` first: 0 is done, anything else is refused.`,
    message: 'Message',
    messages: 'messages.md',
    request: 'Request',
    answer: 'Answer',
    remarks: { unpaid: 'not paid yet', paid: 'paid', second: 'a second bill, to be taken back' },
  },
  zh: {
    title: '各接口的原始请求与应答',
    introduction: `\`NationEcTrans\` 的 \`InData\` 与 \`OutData\` 内容，供自行编写 JSON 的程序参考：每个接口只含必填字段，由模拟器应答（\`seed: 7\`）。同样的文本可以发给
[\`nationec simulate\`](../cli.zh-CN.md#nationec-simulate)、模拟动态库和 \`client.exchangeText\`。人员与号码均为虚构；真实的支付中心会返回更多字段。请先看 \`code\`：
0 为成功，其他均为拒绝。`,
    message: '报文',
    messages: 'messages.zh-CN.md',
    request: '请求',
    answer: '应答',
    remarks: { unpaid: '尚未支付', paid: '已支付', second: '第二张账单，用于撤销' },
  },
} as const
