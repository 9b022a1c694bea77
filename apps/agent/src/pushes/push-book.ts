import type { OrderNumbers, PaymentPush, PushAlarm } from '@nationec/client/notifications'
import { shownNumber } from '../model/shown-number.ts'

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
  accept(push: PaymentPush, from: PushOrigin): Promise<void>
  /** Newest first. */
  newest(limit: number): readonly ReceivedPush[]
}

export interface PushOrigin {
  readonly source: PushSource
  readonly attempt?: number | undefined
}

const KEPT = 500

export interface PushBookOptions {
  readonly clock: () => number
  /** Tells the ledger, and gives what it finds wrong. */
  readonly alarmOf: (push: OrderNumbers) => Promise<PushAlarm | undefined>
  readonly tell: (push: ReceivedPush) => void
}

export function createPushBook({ clock, alarmOf, tell }: PushBookOptions): PushBook {
  const pushes: ReceivedPush[] = []
  let count = 0
  /** One after the other, so that they are told as they came. */
  let last: Promise<void> = Promise.resolve()

  async function take(push: PaymentPush, { source, attempt }: PushOrigin, receivedAt: string): Promise<void> {
    const { payOrdId, medOrgOrd, paid, state, amounts } = push
    const alarm = await alarmOf({ payOrdId, medOrgOrd })
    count += 1
    const received: ReceivedPush = {
      ...{ id: count, receivedAt, source, attempt, paid, alarm, amounts },
      payOrdId: shownNumber(payOrdId),
      medOrgOrd: shownNumber(medOrgOrd),
      status: state?.status,
      ordStas: state?.ordStas,
    }
    pushes.push(received)
    if (pushes.length > KEPT) pushes.shift()
    tell(received)
  }

  return {
    accept(push, from) {
      const receivedAt = new Date(clock()).toISOString()
      const mine = last.then(() => take(push, from, receivedAt))
      last = mine.catch(() => {})
      return mine
    },
    newest: (limit) => pushes.slice(-limit).reverse(),
  }
}
