import { maskLog } from '@nationec/protocol/privacy'
import { readBytes } from '../../input/read-bytes.ts'
import { textOf } from '../../input/text-of.ts'
import { printResult } from '../../output/print-result.ts'
import { say } from '../../output/say.ts'

/** `nationec trace mask`. */
export async function maskCommand(file: string, json: boolean): Promise<void> {
  const lines = maskLog(
    textOf(await readBytes(file))
      .trimEnd()
      .replaceAll('\r\n', '\n'),
  ).split('\n')
  printResult({ lines }, json, () => say(lines.join('\n')))
}
