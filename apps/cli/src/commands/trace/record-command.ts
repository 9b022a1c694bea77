import { openTerminal } from '@nationec/terminal'
import { untilInterrupted } from '../../command-line/until-interrupted.ts'
import { sayEnded, sayReady } from '../../output/serving.ts'
import { type Flags, readSettingsOfTerminal } from '../../settings/settings.ts'
import { tellNotice } from '../../terminal/tell-notice.ts'
import { openTrace } from '../../terminal/trace-file.ts'
import { openHttpFace } from '../simulate/http-face.ts'

export type RecordFlags = Flags & { readonly out: string; readonly listen: number; readonly json?: boolean }

/** `nationec trace record`: a face like the simulator's in front of any terminal. */
export async function recordCommand(flags: RecordFlags): Promise<void> {
  const { json = false } = flags
  const { settings } = await readSettingsOfTerminal(flags)
  const { transport, release } = await openTerminal(settings, { onNotice: tellNotice })
  const trace = await openTrace(flags.out, transport)
  const connection = trace.transport.connect()
  const { deadline } = settings
  const face = await openHttpFace({
    port: flags.listen,
    handle: (text, { signal }) =>
      connection.exchange({ text }, { signal, ...(deadline === undefined ? {} : { deadline }) }),
  }).catch(async (error: unknown) => {
    await connection.close()
    release()
    await trace.saveOrRemove()
    throw error
  })
  // Before the address is told: its reader may end the program at once.
  const interrupted = untilInterrupted()
  sayReady({ mode: 'record', address: face.url }, json, 'recording, end with Ctrl+C 正在录制，按 Ctrl+C 结束')
  await interrupted
  await face.close()
  await connection.close()
  release()
  await trace.save()
  sayEnded(json)
}
