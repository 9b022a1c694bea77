// @runtimes node
import { describe } from 'node:test'
import { runPlan } from './fixtures/fuzz/campaign.ts'
import { contentPlan } from './fixtures/fuzz/plan.ts'

describe('whatever a frame or a file holds, only faults are thrown and no more is held', () => runPlan(contentPlan))
