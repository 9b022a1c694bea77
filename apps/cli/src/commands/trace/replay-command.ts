import { replayTransport } from '@nationec/transport-mock'
import { untilInterrupted } from '../../command-line/until-interrupted.ts'
import { readBytes } from '../../input/read-bytes.ts'
import { textOf } from '../../input/text-of.ts'
import { sayEnded, sayReady } from '../../output/serving.ts'
import { openHttpFace } from '../simulate/http-face.ts'

export interface ReplayFlags {
  readonly listen: number
  readonly json?: boolean
}

/** `nationec trace replay`: ends well when the whole tape was asked for, else with `REPLAY_NOT_DONE`. */
export async function replayCommand(tape: string, { listen: port, json = false }: ReplayFlags): Promise<void> {
  const transport = replayTransport(textOf(await readBytes(tape)))
  const connection = transport.connect()
  let end: () => void = () => {}
  const done = new Promise<void>((resolve) => {
    end = resolve
  })
  const face = await openHttpFace({
    port,
    async handle(text, { signal }) {
      try {
        return await connection.exchange({ text }, { signal })
      } finally {
        if (isDone()) setTimeout(end, LAST_WORDS)
      }
    },
  })
  // Before the address is told: its reader may end the program at once.
  const interrupted = untilInterrupted()
  sayReady({ mode: 'replay', address: face.url }, json, 'replaying, end with Ctrl+C 正在回放，按 Ctrl+C 结束')
  if (!isDone()) await Promise.race([done, interrupted])
  await face.close()
  await connection.close()
  transport.assertDone()
  sayEnded(json)

  function isDone(): boolean {
    try {
      transport.assertDone()
      return true
    } catch {
      return false
    }
  }
}

/** Milliseconds for the last answer to leave before the face closes. */
const LAST_WORDS = 50
