import type { Amounts, BilingualText, Sale as HandedOver, Operation, Order } from '@nationec/browser'

/** What the simulated terminal shows. */
export type Screen =
  | { readonly shows: 'idle' | 'reboot' }
  | { readonly shows: 'scan'; readonly asks: 'code' | 'face' | 'card'; readonly waiting: number }
  | {
      readonly shows: 'order'
      readonly payOrdId: string
      readonly medOrgOrd: string
      readonly total: string
      readonly split: Pick<Amounts, 'fund' | 'account' | 'cash'>
    }
  | { readonly shows: 'result'; readonly medicalSettleState: string }
  | { readonly shows: 'payment'; readonly outcome: 'paid' | 'cancelled'; readonly total?: string }

export interface SimulatorState {
  readonly screen: Screen
  readonly faults: { readonly planned: number; readonly kinds: string[] }
}

/** A push as it came in. It is a hint: the query decides. */
export interface PushSeen {
  readonly id: string
  readonly receivedAt: string
  readonly source: 'simulator' | 'payment-centre' | 'terminal'
  readonly payOrdId: string
  readonly attempt?: number
  readonly paid: boolean
  /** It fits no order of this agent. */
  readonly alarm?: 'order-unknown' | 'order-differs'
  readonly status?: string
  readonly amounts?: Amounts
}

/** One exchange with the terminal; the texts are masked. */
export interface TraceEntry {
  readonly id: string
  readonly at: string
  readonly transType?: string
  readonly request: string
  readonly answer?: string
  readonly durationMs: number
  readonly code?: string
  readonly delivery?: string
}

export interface Pairings {
  readonly pending: readonly {
    readonly pairingId: string
    readonly origin: string | null
    readonly name: string
    readonly code: string
  }[]
}

export type Stage = HandedOver['stage']

/** A line of a bill, as far as it is shown. */
export interface BillLine {
  readonly feedetlSn?: string
  readonly medListName?: string
  readonly medListSpc?: string
  readonly pric?: string
  readonly cnt?: string
  readonly detItemFeeSumamt?: string
}

/** Why the last step was not carried out. */
export interface Refusal {
  readonly kind: Operation['kind']
  readonly state: Operation['state']
  readonly code: string
  readonly summary?: BilingualText
  readonly responseCode?: number | string
  readonly responseMessage?: string
}

/** One sale, as the agent keeps it. */
export interface Sale {
  readonly id: string
  readonly medOrgOrd: string
  readonly source: string
  readonly total?: string
  readonly stage: Stage
  readonly lines?: number
  readonly person?: { readonly userName: string; readonly idNo: string }
  readonly doing?: { readonly what: string; readonly since: string }
  readonly order?: Order
  readonly unknown?: Operation
  readonly refusal?: Refusal
  readonly waitsFor?: string
  readonly closable: boolean
  readonly keys: { readonly upload: string; readonly revoke: string }
  readonly createdAt: string
  readonly changedAt: string
  readonly bill?: { readonly feedetailList?: readonly BillLine[] }
}
