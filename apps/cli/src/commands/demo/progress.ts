import process from 'node:process'
import pc from 'picocolors'
import type { StepListener } from './step-log.ts'

/** Progress on stderr: a line a step, and on a terminal the step that is under way. */
export function progressLines(): StepListener {
  const { stderr } = process
  const live = stderr.isTTY === true
  return {
    scene: ({ en, zh }) => void stderr.write(`\n${pc.bold(`${en}  ${zh}`)}\n`),
    started({ en, zh }) {
      if (live) stderr.write(`  ... ${en} ${zh}`)
    },
    ended({ name, outcome }) {
      if (live) stderr.write('\r\u001b[2K')
      stderr.write(`  ${pc.green('ok')}  ${name.en} ${name.zh}: ${outcome}\n`)
    },
  }
}
