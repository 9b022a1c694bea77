import { performance } from 'node:perf_hooks'
import type { OrderAmounts } from '@nationec/protocol'

/** One row of the demo's table. */
export interface Step {
  readonly name: { readonly en: string; readonly zh: string }
  /** What came of it, for people. */
  readonly outcome: string
  readonly amounts?: StepAmounts | undefined
  readonly milliseconds: number
}

/** The amounts a step is about, in yuan; those it says nothing of are left out. */
export type StepAmounts = Partial<OrderAmounts>

/** What a step tells of itself when it is done. */
export interface StepReport<Result> {
  readonly result: Result
  readonly outcome: string
  readonly amounts?: StepAmounts
}

/** Keeps the steps with their times, and tells a listener before and after each, so that progress shows. */
export interface StepLog {
  readonly steps: readonly Step[]
  run<Result>(name: Step['name'], work: () => Promise<StepReport<Result>>): Promise<Result>
}

/** Is told of scenes and steps as they happen. */
export interface StepListener {
  scene(title: Step['name']): void
  started(name: Step['name']): void
  ended(step: Step): void
}

export function createStepLog(listener: StepListener): StepLog {
  const steps: Step[] = []
  return {
    steps,
    async run(name, work) {
      listener.started(name)
      const begin = performance.now()
      const { result, outcome, amounts } = await work()
      const step: Step = { name, outcome, amounts, milliseconds: performance.now() - begin }
      steps.push(step)
      listener.ended(step)
      return result
    },
  }
}
