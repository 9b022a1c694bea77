import type { LostAnswerResult } from './lost-answer-scene.ts'
import type { MainSceneResult } from './main-scene.ts'
import type { Step } from './step-log.ts'

/** Everything the demo shows; `--json` prints it as it is. */
export interface DemoReport {
  readonly main: MainSceneResult & { readonly steps: readonly Step[] }
  readonly lostAnswer: LostAnswerResult & { readonly steps: readonly Step[] }
  readonly seconds: number
}
