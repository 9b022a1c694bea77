import type { Amounts } from '@nationec/browser'

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
