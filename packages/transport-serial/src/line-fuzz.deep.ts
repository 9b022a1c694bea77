// @runtimes node
import { describe } from 'node:test'
import { runPlan } from './fixtures/fuzz/campaign.ts'
import { linePlan } from './fixtures/fuzz/plan.ts'

describe('whatever a line delivers, nothing is thrown and no more is held', () => runPlan(linePlan))
