import { type ConformanceSubject, scriptPeer, testTransport } from '@nationec/transport/conformance'
import { memoryJournal, memoryPorts, serialTerminal, serialTransport } from '@nationec/transport-serial'
import { conformanceOptions, timersOfTerminal } from './fixtures/conformance-options.ts'
import { endedBy } from './fixtures/ended-by.ts'
import { testKeys } from './fixtures/test-keys.ts'

const { institution, terminal: terminalKeys } = testKeys()

testTransport('serial, over a line in memory', makeSubject, conformanceOptions)

function makeSubject(): ConformanceSubject {
  const ports = memoryPorts()
  const { peer, answer } = scriptPeer({
    sessions: () => ports.sessions,
    disconnect: () => ports.unplug(),
    failNextOpen: () => ports.failNextOpen(),
  })
  const terminal = serialTerminal({
    port: ports.terminal,
    keys: terminalKeys,
    journal: memoryJournal(),
    timers: timersOfTerminal,
    handle: (text, { signal, url }) => endedBy(signal, answer(text, { url })),
  })
  const transport = serialTransport({ port: ports.institution, keys: institution })
  return { transport, peer, dispose: () => terminal.close() }
}
