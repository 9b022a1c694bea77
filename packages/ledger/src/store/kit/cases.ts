import type { StoreCase } from './case.ts'
import { committingCases } from './cases/committing.ts'
import { endingCases } from './cases/ending.ts'
import { forgettingCases } from './cases/forgetting.ts'
import { keepingCases } from './cases/keeping.ts'
import { manyStepsCases } from './cases/many-steps.ts'
import { tellingCases } from './cases/telling.ts'
import { verifyingCases } from './cases/verifying.ts'
import { workingCases } from './cases/working.ts'

/** Every rule the kit checks, in the order in which it checks them. */
export const storeCases: readonly StoreCase[] = [
  ...committingCases,
  ...keepingCases,
  ...tellingCases,
  ...workingCases,
  ...forgettingCases,
  ...verifyingCases,
  ...endingCases,
  ...manyStepsCases,
]
