import { type ConformanceSubject, scriptPeer, testTransport } from '@nationec/transport/conformance'
import { memoryJournal, memoryPorts, serialTerminal, serialTransport } from '@nationec/transport-serial'
import { endedBy } from './fixtures/ended-by.ts'
import { testKeys } from './fixtures/test-keys.ts'

const { institution, terminal: terminalKeys } = testKeys()

testTransport('serial, over a line in memory', (): ConformanceSubject => {
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
    handle: (text, { signal }) => endedBy(signal, answer(text)),
  })
  const transport = serialTransport({ port: ports.institution, keys: institution })
  return { transport, peer, dispose: () => terminal.close() }
})
