import { fenOf, type Yuan } from '@nationec/protocol'
import { type Refused, refuse } from '../errors/refused.ts'
import { fitsInto, insuranceOf, type Parts, sumOfParts } from '../money/parts.ts'
import type { SimulatorSettings } from '../settings/settings-table.ts'
import type { RefundRequest } from './refund-request.ts'

/**
 * What a refund takes out of each bucket, or why it may not.
 *
 * ALL is everything that is left, CASH holds cash only, HI holds no cash, and no part exceeds what is left of it.
 */
export function refundParts(settings: SimulatorSettings, request: RefundRequest, left: Parts): Parts | Refused {
  const parts = request.refdType === 'ALL' ? askedOrLeft(request, left) : askedOrNothing(request)
  if (!fitsInto(parts, left)) return refuse('REFUND_TOO_MUCH')
  if (sumOfParts(parts) !== fenOf(request.totlRefdAmt)) return refuse('REFUND_PARTS_WRONG')
  switch (request.refdType) {
    case 'ALL':
      return sumOfParts(parts) === sumOfParts(left) ? parts : refuse('REFUND_PARTS_WRONG')
    case 'CASH':
      return insuranceOf(parts) === 0n ? parts : refuse('REFUND_PARTS_WRONG')
    case 'HI':
      if (parts.cash > 0n) return refuse('REFUND_PARTS_WRONG')
      return insuranceOf(parts) === insuranceOf(left) || settings.insuranceRefund === 'in part too'
        ? parts
        : refuse('REFUND_INSURANCE_IN_PART')
    default:
      return refuse('REFUND_PARTS_WRONG', 'refdType')
  }
}

/** One caller leaves the parts of a refund of everything empty and lets the centre find them. */
function askedOrLeft({ fundRefdAmt, psnAcctRefdAmt, cashRefdAmt }: RefundRequest, left: Parts): Parts {
  return {
    fund: fenOr(fundRefdAmt, left.fund),
    account: fenOr(psnAcctRefdAmt, left.account),
    cash: fenOr(cashRefdAmt, left.cash),
  }
}

function askedOrNothing({ fundRefdAmt, psnAcctRefdAmt, cashRefdAmt }: RefundRequest): Parts {
  return { fund: fenOr(fundRefdAmt, 0n), account: fenOr(psnAcctRefdAmt, 0n), cash: fenOr(cashRefdAmt, 0n) }
}

function fenOr(amount: Yuan | undefined, otherwise: bigint): bigint {
  return amount === undefined ? otherwise : fenOf(amount)
}
