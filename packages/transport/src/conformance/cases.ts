import type { ConformanceCase } from './case.ts'
import { carryingCases } from './cases/carrying.ts'
import { describingCases } from './cases/describing.ts'
import { endingCases } from './cases/ending.ts'
import { errorCases } from './cases/errors.ts'
import { failingCases } from './cases/failing.ts'
import { givingUpCases } from './cases/giving-up.ts'
import { losingTheLinkCases } from './cases/losing-the-link.ts'
import { orderCases } from './cases/order.ts'
import { refusingCases } from './cases/refusing.ts'

/** Every rule the kit checks, in the order in which it checks them. */
export const conformanceCases: readonly ConformanceCase[] = [
  ...describingCases,
  ...carryingCases,
  ...orderCases,
  ...givingUpCases,
  ...refusingCases,
  ...failingCases,
  ...endingCases,
  ...losingTheLinkCases,
  ...errorCases,
]
