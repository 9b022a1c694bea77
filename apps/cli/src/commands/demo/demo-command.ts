import { performance } from 'node:perf_hooks'
import { yuan } from '@nationec/protocol'
import { printResult } from '../../output/print-result.ts'
import type { DemoReport } from './demo-report.ts'
import { createDesk } from './desk.ts'
import { playLostAnswerScene } from './lost-answer-scene.ts'
import { playMainScene } from './main-scene.ts'
import { printReport } from './print-report.ts'
import { progressLines } from './progress.ts'
import { createStepLog, type StepListener } from './step-log.ts'

export interface DemoOptions {
  readonly json?: boolean
  readonly seed: number
}

/** `nationec demo`. */
export async function demoCommand({ json = false, seed }: DemoOptions): Promise<void> {
  const report = await playDemo(seed, json ? SILENT : progressLines())
  printResult(report, json, printReport)
}

/** Plays both scenes, each at a desk of its own. */
export async function playDemo(seed: number, listener: StepListener): Promise<DemoReport> {
  const begin = performance.now()
  await using firstDesk = createDesk(seed, yuan('500.00'))
  const mainLog = createStepLog(listener)
  listener.scene({ en: 'Scene 1: the whole flow', zh: '场景一：完整流程' })
  const main = await playMainScene(firstDesk, mainLog)

  await using secondDesk = createDesk(seed + 1, yuan('10.00'))
  const lostLog = createStepLog(listener)
  listener.scene({ en: 'Scene 2: the answer is lost', zh: '场景二：应答丢失' })
  const lostAnswer = await playLostAnswerScene(secondDesk, lostLog)

  return {
    main: { ...main, steps: mainLog.steps },
    lostAnswer: { ...lostAnswer, steps: lostLog.steps },
    seconds: (performance.now() - begin) / 1000,
  }
}

const SILENT: StepListener = { scene() {}, started() {}, ended() {} }
