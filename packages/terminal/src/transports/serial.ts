import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { PortNotice, SerialNotice } from '@nationec/transport-serial'
import type { SerialKeys } from '../keys/read-serial-keys.ts'
import type { TerminalSettings } from '../settings/terminal-settings.ts'
import { loadPackage } from './load-package.ts'
import type { MadeTransport, TerminalSurroundings } from './surroundings.ts'
import type { LateOutcome, TerminalLink } from './terminal-link.ts'

/** Milliseconds that an unplugged cable is waited for. */
const REOPEN_WITHIN = 30_000

/** The keys of this side, checked, and which of their files lie open. */
interface CheckedKeys {
  readonly keys: SerialKeys | undefined
  readonly exposed: readonly string[]
}

/** What the serial link tells besides the notices of its package. */
type LinkNotice =
  | { readonly type: 'keys-readable-by-others'; readonly files: readonly string[] }
  | { readonly type: 'late-outcome'; readonly requestId: string; readonly outcome: string }

/**
 * The secure serial link. Requests are in a journal before they leave, so that the terminal is asked after a restart what
 * became of them.
 *
 * @throws `JOURNAL_*` of the serial link
 */
export async function makeSerial(
  settings: TerminalSettings,
  { keys: own, exposed }: CheckedKeys,
  { onNotice, journalFolder }: TerminalSurroundings,
): Promise<MadeTransport> {
  const { serialPort: path = '', serialBaud: baudRate, serialKeys = '', url, deadline, serial } = settings
  if (own === undefined) throw new Error('the keys were not read')
  const { fileJournal, openPort, reopeningPort, serialTransport } = await loadPackage(
    '@nationec/transport-serial',
    () => import('@nationec/transport-serial'),
  )
  const tell = (notice: LinkNotice | SerialNotice | PortNotice): void => onNotice?.(notice)
  if (exposed.length > 0) tell({ type: 'keys-readable-by-others', files: exposed })
  const { binding, reopenWithin = REOPEN_WITHIN, ...options } = serial
  const link = createSerialLink()
  const hear = (told: SerialNotice | PortNotice): void => {
    link.note(told.type)
    if (told.type !== 'progress') tell(told)
  }
  const port = reopeningPort(openPort({ path, baudRate, binding }), { within: reopenWithin, onNotice: hear })
  const file = settings.serialJournal ?? join(journalFolder ?? serialKeys, 'requests.journal')
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const journal = fileJournal(file)
  const transport = serialTransport({
    ...options,
    ...(deadline !== undefined && { deadline }),
    port,
    keys: { link: own.link, signing: own.signing, terminal: own.peer },
    url,
    journal,
    onNotice: hear,
    onPush: ({ text }) => link.push(text),
    onOutcome({ requestId, request, outcome }) {
      tell({ type: 'late-outcome', requestId: String(requestId), outcome: outcome.type })
      const answer = outcome.type === 'answered' ? outcome.text : undefined
      if (request !== undefined) link.late({ request: request.text, answer })
    },
  })
  return { transport, terminalLink: link, release: () => journal.close() }
}

interface SerialLink extends TerminalLink {
  note(type: string): void
  push(text: string): void
  late(outcome: LateOutcome): void
}

/** What the notices of the link say of the terminal. */
function createSerialLink(): SerialLink {
  let up = true
  let hear: ((text: string) => void) | undefined
  let hearLate: ((late: LateOutcome) => void) | undefined
  return {
    get up() {
      return up
    },
    note(type) {
      if (GONE.has(type)) up = false
      if (THERE.has(type)) up = true
    },
    onPush(listener) {
      hear = listener
    },
    onLate(listener) {
      hearLate = listener
    },
    late: (outcome) => hearLate?.(outcome),
    push(text) {
      // Not acknowledged, so the terminal keeps it and sends it again.
      if (hear === undefined) throw new Error('no listener takes pushes yet')
      hear(text)
    },
  }
}

const GONE: ReadonlySet<string> = new Set(['channel-lost', 'line-silent', 'port-lost'])
const THERE: ReadonlySet<string> = new Set(['channel-open', 'line-back', 'port-back'])
