import { type OrderNumbers, type PaymentPush, type PushAlarm, pushAlarm } from '@nationec/client/notifications'

export type PushSource = 'simulator' | 'terminal' | 'payment-centre'

/** A push as callers see it: a hint that an order was paid. No token, no person. */
export interface ReceivedPush {
  readonly id: number
  /** ISO 8601. */
  readonly receivedAt: string
  readonly source: PushSource
  readonly payOrdId: string
  readonly medOrgOrd?: string | undefined
  readonly attempt?: number | undefined
  readonly paid: boolean
  /** The push fits no order of this agent: a person has to look at it. */
  readonly alarm?: PushAlarm | undefined
  readonly status?: string | undefined
  readonly ordStas?: string | undefined
  readonly amounts?: PaymentPush['amounts']
}

/** The pushes that came last. */
export interface PushBook {
  /** Takes a push whose sender its receiver has verified. */
  accept(push: PaymentPush, from: { readonly source: PushSource; readonly attempt?: number | undefined }): ReceivedPush
  /** Newest first. */
  newest(limit: number): readonly ReceivedPush[]
}

const KEPT = 500

export interface PushBookOptions {
  readonly clock: () => number
  /** The order that a push tells of. */
  readonly find: (push: OrderNumbers) => OrderNumbers | undefined
  readonly tell: (push: ReceivedPush) => void
}

export function createPushBook({ clock, find, tell }: PushBookOptions): PushBook {
  const pushes: ReceivedPush[] = []
  let count = 0
  return {
    accept({ payOrdId, medOrgOrd, paid, state, amounts }, { source, attempt }) {
      count += 1
      const push: ReceivedPush = {
        id: count,
        receivedAt: new Date(clock()).toISOString(),
        source,
        payOrdId,
        medOrgOrd,
        attempt,
        paid,
        alarm: pushAlarm({ payOrdId, medOrgOrd }, find({ payOrdId, medOrgOrd })),
        status: state?.status,
        ordStas: state?.ordStas,
        amounts,
      }
      pushes.push(push)
      if (pushes.length > KEPT) pushes.shift()
      tell(push)
      return push
    },
    newest: (limit) => pushes.slice(-limit).reverse(),
  }
}
