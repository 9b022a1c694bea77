import process from 'node:process'
import { coloursFor } from '../../output/colour.ts'
import { tellPart } from '../../output/say.ts'
import { lineEraser } from '../../output/while-waiting.ts'
import type { StepListener } from './step-log.ts'

/** Progress on stderr: a line a step, and on a terminal the step that is under way. */
export function progressLines(): StepListener {
  const { stderr } = process
  const live = stderr.isTTY === true
  const pc = coloursFor(stderr)
  const eraser = lineEraser()
  return {
    scene: ({ en, zh }) => tellPart(`\n${pc.bold(`${en}  ${zh}`)}\n`),
    started({ en, zh }) {
      if (live) tellPart(`  ... ${en} ${zh}`)
    },
    ended({ name, outcome }) {
      if (live) tellPart(eraser)
      tellPart(`  ${pc.green('ok')}  ${name.en} ${name.zh}: ${outcome}\n`)
    },
  }
}
