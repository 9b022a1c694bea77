import type { BilingualText } from '@nationec/errors'
import type { Failure, LedgerOperation } from '@nationec/ledger'
import { maskText, showKnown } from '@nationec/protocol/privacy'

/** What a result or a failure says of its operation in the ledger. */
export interface OperationNote {
  readonly id: string
  readonly key: string
  readonly state: LedgerOperation['state']
  /** Where the knowledge comes from; only where an outcome is known. */
  readonly proof?: 'answer' | 'memory' | 'query' | 'person'
  /** Of the failure that an answer with code 0 tells, for example `REFUND_FAILED`. */
  readonly code?: string
  /** Nothing was sent: the key was known. */
  readonly repeated: boolean
}

export function noteOf(operation: LedgerOperation): OperationNote {
  const { id, key, state, repeated } = operation
  const proof = 'proof' in operation ? { proof: operation.proof } : {}
  return { id, key: shownKey(key), state, ...proof, repeated }
}

/** A caller may have put anything into a key: only one that was made here, or that no mask would change, is shown whole. */
export function shownKey(key: string): string {
  const number = /^(?:uploadFees|refund)-(.+)$/.exec(key)?.[1]
  const isMade = number !== undefined && showKnown(number, ['medOrgOrd']) === number
  return isMade || UUID.test(key) ? key : maskText(key)
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const STATES: Readonly<Record<LedgerOperation['state'], string>> = {
  running: 'at the terminal 正在终端处理',
  done: 'done 已完成',
  refused: 'refused, nothing was done 被拒绝，未执行',
  unknown: 'not known: ask, never repeat under another key 结果未知：请查询，切勿换键重发',
  free: 'never left: the key may be used again 未发出，该键可再用',
  closed: 'told by a query, a memory or a person 已由查询、终端记忆或人工认定',
}

/** Why an answer has said no, for people. */
export function reasonLines({ code, summary, advice }: Failure): string[] {
  const texts = [summary, advice] as readonly (BilingualText | undefined)[]
  return [`[${code}]`, ...texts.flatMap((text) => (text === undefined ? [] : [`  ${text.zh}`, `  ${text.en}`]))]
}

/** One line for people. */
export function stateLine({ key, state, proof, repeated }: OperationNote): string {
  const from = proof === undefined || proof === 'answer' ? '' : `, proof 依据: ${proof}`
  const again = repeated ? ', nothing was sent 本次未发送' : ''
  return `ledger 账本: ${key}: ${state}: ${STATES[state]}${from}${again}`
}
