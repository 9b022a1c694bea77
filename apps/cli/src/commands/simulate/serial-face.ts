import type { Simulator } from '@nationec/simulator'
import { readSerialKeys, TerminalError } from '@nationec/terminal'
import { fileJournal, memoryJournal, openPort, serialTerminal, type TerminalNotice } from '@nationec/transport-serial'
import { tell } from '../../output/say.ts'
import { tellNotice } from '../../terminal/tell-notice.ts'
import type { HttpFace } from './http-face.ts'

export interface SerialFaceOptions {
  readonly simulator: Simulator
  readonly path: string
  readonly keys: string | undefined
  readonly baud: number
  readonly journal: string | undefined
}

const KEYS_MISSING = {
  path: '--serial-keys',
  rule: 'required',
  text: { en: 'must be given with --serial-port', zh: '使用 --serial-port 时必填' },
} as const

/**
 * Puts a simulator behind a serial port: the terminal's side of MSL/1, which is this project's own format and not that of
 * any vendor. Pushes of the simulator go over the line as well.
 *
 * @throws `SETTING_INVALID`, `JOURNAL_*`, `PORT_*`
 */
export async function openSerialFace(options: SerialFaceOptions): Promise<HttpFace> {
  const { simulator, path, keys, baud, journal } = options
  if (keys === undefined) throw new TerminalError('SETTING_INVALID', { issues: [KEYS_MISSING] })
  const {
    keys: { link, signing, peer },
    exposed,
  } = await readSerialKeys(keys)
  const notice = { type: 'keys-readable-by-others', files: exposed }
  if (exposed.length > 0) tellNotice(notice)
  const memory = journal === undefined ? memoryJournal() : fileJournal(journal)
  let tellFirst: (failure: { readonly cause: unknown } | undefined) => void = () => {}
  const first = new Promise<{ readonly cause: unknown } | undefined>((resolve) => {
    tellFirst = resolve
  })
  const terminal = serialTerminal({
    port: openPort({ path, baudRate: baud }),
    keys: { link, signing, institutions: [peer] },
    journal: memory,
    handle: (text, { signal }) => simulator.handle(text, { signal }),
    onNotice(notice) {
      tell(`   serial 串口: ${lineOf(notice)}`)
      if (notice.type === 'port-open') tellFirst(undefined)
      if (notice.type === 'port-failed') tellFirst(notice)
    },
  })
  simulator.onPush(({ text }) => void terminal.push(text))
  const close = async (): Promise<void> => {
    await terminal.close()
    memory.close()
  }
  // A port that is lost later comes back by itself; one that was never there is a mistake in its name.
  const failed = await first
  if (failed === undefined) return { url: path, close }
  await close()
  throw failed.cause
}

/** With the reason: the line does not carry it, and who writes the other side needs it. */
function lineOf(notice: TerminalNotice): string {
  const why: unknown = 'reason' in notice ? notice.reason : codeOf('cause' in notice ? notice.cause : undefined)
  return why === undefined ? notice.type : `${notice.type} ${String(why)}`
}

/** Never the text of a failure: that of a handler may quote what it was given. */
function codeOf(cause: unknown): unknown {
  return typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined
}
