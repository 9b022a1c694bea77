import { isNationEcError } from '@nationec/errors'
import type { Ledger } from '../ledger.ts'
import type { LedgerOperation } from '../model/view.ts'
import { bill, cashRefund, PERSON } from './bill.ts'
import { Crash, type World } from './life.ts'
import type { Plan } from './plan.ts'

/** What a caller was told of a key; never taken back without a call for a person. */
export type Acknowledged = Map<string, LedgerOperation>

/** Serves one order to its end, and begins again with the same keys when the process dies. */
export async function serve(world: World, plan: Plan, told: Acknowledged): Promise<void> {
  for (;;) {
    try {
      await story(world, plan, told)
      return
    } catch (error) {
      if (!(error instanceof Crash)) throw error
    }
  }
}

async function story(world: World, plan: Plan, told: Acknowledged): Promise<void> {
  const { life, time } = world
  const live = <Result>(work: Promise<Result>): Promise<Result> => life.within(work)
  const chance = world.chanceOf(plan.order)
  const ledger = await live(world.ledger())
  const rest = (): Promise<void> =>
    live(new Promise((resolve) => time.setTimeout(() => resolve(), chance.between(500, 20_000))))
  const act = (key: string, work: (options: Options) => Promise<LedgerOperation>) =>
    actOnce(world, ledger, live, told, key, work)

  const { medOrgOrd, total, idNo, pays } = plan
  let upload = await act(`U${plan.order}`, (options) => ledger.uploadFees(bill(medOrgOrd, total, idNo), options))
  if (upload?.state === 'unknown' && plan.doubles) await typeAgain(ledger, live, plan)
  if (upload?.state === 'unknown' && chance.happens(0.5)) {
    upload = await settled(ledger, live, upload, 60_000)
  }
  if (upload?.state !== 'done') return
  const payOrdId = (upload.answer as { readonly payOrdId: string }).payOrdId
  const payToken = upload.proof === 'query' ? undefined : (upload.answer as { readonly payToken: string }).payToken
  await rest()
  if (payToken !== undefined && plan.revokes) {
    await act(`V${plan.order}`, (options) => ledger.revokeFees({ payOrdId, payToken, ...PERSON }, options))
  }
  if (pays === 'at the terminal' && ['0', '1'].includes(world.simulator.order(payOrdId)?.ordStas ?? '')) {
    world.simulator.patient.pay(payOrdId)
  }
  if (payToken !== undefined && pays === 'placed') {
    const payment = { payOrdId, payToken, payAuthNo: `A${plan.order}`, orgBizSer: `S${plan.order}` }
    const fields = { ...payment, chrgBchno: 'B1', feeType: '01', mdtrtId: '1' } as const
    await act(`P${plan.order}`, (options) => ledger.placeOrder(fields, options))
  }
  for (const [index, amount] of plan.refunds.entries()) {
    await rest()
    if (chance.happens(0.8)) await query(ledger, live, payOrdId)
    const body = cashRefund(payOrdId, `R${plan.order}x${index}`, amount)
    await act(`R${plan.order}x${index}`, (options) => ledger.refund(body, options))
  }
  if (chance.happens(0.5)) await query(ledger, live, payOrdId)
}

type Options = { readonly key: string; readonly extData: { readonly key: string } }
type Live = <Result>(work: Promise<Result>) => Promise<Result>

/** An operation, asked for once or twice; a refusal before sending is part of the day. */
async function actOnce(
  world: World,
  ledger: Ledger,
  live: Live,
  told: Acknowledged,
  key: string,
  work: (options: Options) => Promise<LedgerOperation>,
): Promise<LedgerOperation | undefined> {
  const chance = world.chanceOf(Number(/\d+/.exec(key)?.[0]))
  let seen: LedgerOperation | undefined
  for (let count = chance.between(1, 3); count > 0; count -= 1) {
    try {
      seen = await live(work({ key, extData: { key } }))
      world.tell(`${key}: told ${seen.state}`)
      if (seen.state === 'done' || seen.state === 'refused' || seen.state === 'closed') told.set(key, seen)
    } catch (error) {
      if (!isNationEcError(error) || error.delivery !== 'not-sent') throw error
      world.tell(`${key}: ${error.code}`)
      // What does not work now may work in a while.
      await live(
        new Promise((resolve) => world.time.setTimeout(() => resolve(undefined), chance.between(1_000, 5_000))),
      )
    }
    if (seen?.state === 'unknown' && chance.happens(0.4)) {
      seen = await settled(ledger, live, seen, chance.between(1_000, 120_000))
    }
  }
  return seen
}

/** Waits for an outcome; a store that fails meanwhile leaves it as it was. */
async function settled(
  ledger: Ledger,
  live: Live,
  { id }: LedgerOperation,
  within: number,
): Promise<LedgerOperation | undefined> {
  return live(
    ledger.settle(id, { within }).catch((error: unknown) => {
      if (isNationEcError(error)) return undefined
      throw error
    }),
  )
}

async function query(ledger: Ledger, live: Live, payOrdId: string): Promise<void> {
  // A query that fails is repeated by the caller that needs it; here the next step goes on without it.
  await live(ledger.querySettlement({ payOrdId }).then(() => {}, rethrowCrash))
}

function rethrowCrash(error: unknown): void {
  if (error instanceof Crash) throw error
}

/** The same bill under another number, as an impatient cashier types it: the ledger must ask. */
async function typeAgain(ledger: Ledger, live: Live, { order, total, idNo }: Plan): Promise<void> {
  const again = bill(`D${order}`, total, idNo)
  const [known] = [await live(ledger.operation({ medOrgOrd: `M${order}` }))]
  try {
    await live(ledger.uploadFees(again, { key: `D${order}`, extData: { key: `D${order}` } }))
    const now = await live(ledger.operation({ medOrgOrd: `M${order}` }))
    if (known?.state === 'unknown' && now?.state === 'unknown') throw new Error(`order ${order}: a duplicate went out`)
  } catch (error) {
    if (!isNationEcError(error) || error.delivery !== 'not-sent') throw error
  }
}
