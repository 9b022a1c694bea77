import { AgentError } from '@nationec/browser'
import { reactive } from 'vue'
import { attempt } from '../agent/problem.ts'
import { ask } from '../agent/session.ts'
import type { Sale } from '../agent/shapes.ts'
import { operator } from './operator.ts'
import { chooseNext, current, drop, refresh, take } from './sales.ts'

/** What this page itself has begun; what other pages have is in the sale's `doing`. */
export const own = reactive({
  busy: '',
  reading: undefined as AbortController | undefined,
  /** How often each sale was asked about by hand. */
  asked: {} as Record<string, number>,
})

/** Runs one step of the sale at a time; a second press of the same key does nothing. */
async function step(name: string, sale: Sale, work: () => Promise<Sale | undefined>): Promise<boolean> {
  if (own.busy !== '') return false
  own.busy = name
  try {
    const done = await attempt(async () => {
      try {
        const after = await work()
        if (after !== undefined) take(after)
        return true
      } catch (error) {
        const after = error instanceof AgentError ? (error.problem?.['sale'] as Sale | undefined) : undefined
        if (after === undefined) await refresh(sale.id)
        else take(after)
        throw error
      }
    })
    return done === true
  } finally {
    own.busy = ''
  }
}

const path = ({ id }: Sale, name: string): string => `/v1/sales/${id}/${name}`

/** The terminal waits for the patient, and the cashier may stop it. */
export function read(sale: Sale, by: 'code' | 'face' = 'code'): Promise<boolean> {
  const giveUp = new AbortController()
  return step('reading', sale, async () => {
    own.reading = giveUp
    try {
      return await ask<Sale>('POST', path(sale, 'identify'), { by, ...operator }, { signal: giveUp.signal })
    } finally {
      own.reading = undefined
    }
  })
}

export const stopReading = (): void => own.reading?.abort()

export const upload = (sale: Sale): Promise<boolean> =>
  step('uploading', sale, () => ask('POST', path(sale, 'upload'), {}, { key: sale.keys.upload }))

export const revoke = (sale: Sale): Promise<boolean> =>
  step('revoking', sale, () => ask('POST', path(sale, 'revoke'), {}, { key: sale.keys.revoke }))

export const query = (sale: Sale): Promise<boolean> =>
  step('asking', sale, async () => {
    const after = await ask<Sale>('POST', path(sale, 'query'))
    own.asked[sale.id] = (own.asked[sale.id] ?? 0) + 1
    return after
  })

export const refund = (sale: Sale, form: object, key: string, approval?: string): Promise<boolean> =>
  step('refunding', sale, () =>
    ask('POST', path(sale, approval === undefined ? 'refund' : `refund?approval=${approval}`), form, { key }),
  )

export const printed = (sale: Sale): Promise<boolean> =>
  step('printing', sale, () => ask('POST', path(sale, 'printed')))

/** Closes what is at its end, and goes to the next patient; what waits stays in the list. */
export async function next(): Promise<void> {
  const sale = current.value
  if (sale === undefined || !sale.closable || sale.stage === 'draft' || sale.stage === 'identified') return chooseNext()
  await close(sale)
}

export async function close(sale: Sale): Promise<void> {
  await step('closing', sale, async () => {
    await ask('POST', path(sale, 'close'))
    drop(sale.id)
    return undefined
  })
}

/** A person says what became of an unknown step. */
export const decide = (
  sale: Sale,
  operation: string,
  decision: { outcome: string; by?: string; because: string; amount: string },
): Promise<boolean> =>
  step('deciding', sale, async () => {
    await ask('POST', `/v1/operations/${operation}/close`, decision)
    await refresh(sale.id)
    return undefined
  })
