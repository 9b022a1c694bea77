import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { PortNotice, SerialNotice } from '@nationec/transport-serial'
import type { LateOutcome, TerminalLink } from '../terminal/terminal-link.ts'
import type { ChosenTransport, TransportChoice, TransportSurroundings } from './choice.ts'
import { readSerialKeys } from './serial-keys.ts'

/** Milliseconds that an unplugged cable is waited for, as the port itself has it: somebody plugs it in again. */
const REOPEN_WITHIN = 30_000

/**
 * The secure serial link. Requests are in a journal before they leave, so that the terminal is asked after a restart what
 * became of them; it lies in the agent's own folder, which one agent holds at a time.
 *
 * @throws `AGENT_CONFIG_INVALID` for keys that cannot be read; `JOURNAL_*` of the serial link
 */
export async function makeSerial(
  { port: path, baud, keys: folder, url, more }: Extract<TransportChoice, { kind: 'serial' }>,
  { dataFolder, notice }: TransportSurroundings,
): Promise<ChosenTransport> {
  const { keys, exposed } = await readSerialKeys(folder)
  if (exposed.length > 0) notice({ type: 'keys-readable-by-others', files: exposed })
  const { fileJournal, memoryJournal, openPort, reopeningPort, serialTransport } = await import(
    '@nationec/transport-serial'
  )
  const { binding, reopenWithin = REOPEN_WITHIN, ...options } = more
  const link = createSerialLink()
  const onNotice = (told: SerialNotice | PortNotice): void => {
    link.note(told.type)
    if (told.type !== 'progress') notice(told)
  }
  const port = reopeningPort(openPort({ path, baudRate: baud, binding }), { within: reopenWithin, onNotice })
  if (dataFolder !== undefined) await mkdir(dataFolder, { recursive: true, mode: 0o700 })
  const journal = dataFolder === undefined ? memoryJournal() : fileJournal(join(dataFolder, 'requests.journal'))
  const transport = serialTransport({
    ...options,
    port,
    keys,
    url,
    journal,
    onNotice,
    onPush: ({ text }) => link.push(text),
    onOutcome({ requestId, request, outcome }) {
      notice({ type: 'late-outcome', requestId, outcome: outcome.type })
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
      // Not acknowledged yet, the terminal keeps it and tells it again.
      if (hear === undefined) throw new Error('nobody takes pushes yet')
      hear(text)
    },
  }
}

const GONE: ReadonlySet<string> = new Set(['channel-lost', 'line-silent', 'port-lost'])
const THERE: ReadonlySet<string> = new Set(['channel-open', 'line-back', 'port-back'])
