import { SimulatorFault } from '../errors/simulator-fault.ts'
import { type Parts, sumOfParts } from './parts.ts'

/** What a split may look at; amounts in whole fen (1 yuan = 100 fen). */
export interface BillToSplit {
  readonly total: bigint
  /** What the person's account holds now; 0 when the simulator does not know the person or the account is not used. */
  readonly accountBalance: bigint
  readonly medType: string
  readonly insutype: string
  readonly feeType: string
}

/**
 * Says who pays how much of a bill.
 *
 * The parts must be whole, not negative, and sum to the total; the account must not exceed its balance. The same bill
 * must always give the same parts.
 */
export type SplitPolicy = (bill: BillToSplit) => Parts

/** The shares of the built-in split, in percent. */
export interface Shares {
  readonly fundShare: number
  readonly accountShare: number
}

/** The built-in split: a share from the fund, a share of the rest from the account, the remainder in cash. Invented. */
export function splitByShare({ total, accountBalance }: BillToSplit, { fundShare, accountShare }: Shares): Parts {
  const fund = (total * BigInt(fundShare)) / 100n
  const rest = total - fund
  const wanted = (rest * BigInt(accountShare)) / 100n
  const account = wanted < accountBalance ? wanted : accountBalance
  return { fund, account, cash: rest - account }
}

/**
 * Asks a policy of the user's own.
 *
 * @throws `SIMULATOR_OPTION_INVALID` when it throws, or gives parts that cannot be paid
 */
export function splitByPolicy(bill: BillToSplit, policy: SplitPolicy): Parts {
  let cause: unknown
  try {
    const { fund, account, cash } = policy(bill)
    const sound = [fund, account, cash].every((amount) => typeof amount === 'bigint' && amount >= 0n)
    const parts = { fund, account, cash }
    if (sound && sumOfParts(parts) === bill.total && account <= bill.accountBalance) return parts
  } catch (error) {
    cause = error
  }
  // The order may exist by now: a patient may pay at once.
  throw new SimulatorFault('SIMULATOR_OPTION_INVALID', {
    delivery: 'unknown',
    cause,
    details: [
      {
        en: '`policy` must give fund + account + cash as the total, none negative, the account within its balance.',
        zh: '`policy` 返回的基金、个人账户与现金之和须等于总额，各项不得为负，个人账户不得超出余额。',
      },
    ],
  })
}
