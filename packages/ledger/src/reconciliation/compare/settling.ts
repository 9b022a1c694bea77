import type { BilingualText } from '@nationec/errors'
import type { Difference } from './difference.ts'

/** One step of settling a difference. */
export interface SettlingStep extends BilingualText {
  /** A command line of `nationec`; what a person must fill in stands in capitals. */
  readonly command?: string | undefined
}

/**
 * How a difference is settled: what to find out, and the command that ends it.
 *
 * @param exception its id in the ledger, once it was stored
 */
export function settlingOf(difference: Difference, exception = 'EXCEPTION'): readonly SettlingStep[] {
  const { ledger, row } = difference
  const decide = (outcome: string): string =>
    `nationec ledger decide ${exception} --outcome ${outcome} --by NAME --because REASON`
  const query = queryOf(difference)
  if (difference.class === 'state' && ledger?.status === 'unknown') {
    const isDone = row?.status === 'done'
    return [
      {
        zh: '先查询订单，取得中心的最新状态；查询证实后该差异自行消除。',
        en: 'Query first: a proof ends it.',
        ...query,
      },
      row?.status === 'open'
        ? {
            zh: '中心尚未完成：待其完成后再行认定。',
            en: 'The list has it as open: decide once it has come to an end.',
          }
        : {
            zh: isDone ? '清单显示已执行：核实后认定为已执行。' : '清单显示未执行：向中心核实后认定为未执行。',
            en: isDone
              ? 'The list has it as done: decide so once that is certain.'
              : 'The list does not have it as done: ask the centre, then decide so.',
            command: decide(isDone ? 'done' : 'not-done'),
          },
    ]
  }
  const [zh, en] = WHAT_TO_FIND_OUT[difference.class]
  return [
    { zh, en, ...query },
    { zh: '查明并更正后，登记处理结果。', en: 'When it is clear and corrected, end it.', command: decide('seen') },
  ]
}

const WHAT_TO_FIND_OUT: Readonly<Record<Difference['class'], readonly [zh: string, en: string]>> = {
  'missing-here': [
    '核对是否由其他系统或终端办理；仍不明的，查询该订单。',
    'Find out whether another system or terminal made it; if not, query the order.',
  ],
  'missing-there': [
    '查询该订单；临近零点的可能列入次日清单，次日对账后自行消除。',
    'Query the order. Close to midnight it may be in the list of the next day, which then ends it.',
  ],
  amount: [
    '查询该订单，以中心的金额为准更正记账。',
    'Query the order, and correct what does not agree with the centre.',
  ],
  split: [
    '查询该订单，以中心的基金、个人账户与现金分摊为准更正记账。',
    'Query the order, and correct the parts by what the centre says.',
  ],
  state: ['查询该订单，取得中心的最新状态。', 'Query the order for the state that the centre has now.'],
  double: [
    '按所列行号向提供清单的一方核实是否重复扣款或退款；切勿自行再次退款。',
    'Ask the owner of the list, with the lines named, whether money moved twice; never refund by yourself.',
  ],
}

/** A query moves no money. The ledger adds the token that a `payOrdId` needs. */
function queryOf({ ledger, row }: Difference): { readonly command?: string } {
  const { medOrgOrd, payOrdId } = { ...row, ...ledger }
  if (medOrgOrd !== undefined) return { command: `nationec query --field medOrgOrd=${medOrgOrd}` }
  return payOrdId === undefined ? {} : { command: `nationec query --field payOrdId=${payOrdId}` }
}
