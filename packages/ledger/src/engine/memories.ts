import type { LedgerOperation } from '../model/view.ts'

/** What is asked of a memory: the numbers and the kind of an operation whose outcome is unknown. */
export type MemoryQuestion = Pick<
  LedgerOperation,
  'id' | 'kind' | 'medOrgOrd' | 'payOrdId' | 'appRefdSn' | 'transType' | 'amount' | 'till' | 'startedAt'
>

/** What a memory says of an operation. */
export type MemoryAnswer =
  /** The text of the answer, and that of the request where it is kept. */
  | { readonly type: 'answered'; readonly answer: string; readonly request?: string | undefined }
  /** It never saw it, and never will: a request that may still be on its way is `nothing`. */
  | { readonly type: 'never-seen' }
  /** It went to a terminal that is not the one that is there now. */
  | { readonly type: 'elsewhere' }
  | { readonly type: 'nothing' }

/** A party that may remember what became of a request: the journal of a serial terminal, the till that it went through. */
export interface Memory {
  readonly name: string
  /** Asked before the centre, one at a time. May reject: that is `nothing`. */
  recall(question: MemoryQuestion, options: { readonly signal: AbortSignal }): Promise<MemoryAnswer>
}
