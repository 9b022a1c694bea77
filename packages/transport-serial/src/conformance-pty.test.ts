// @needs cc
import { type ConformanceSubject, scriptPeer, testTransport } from '@nationec/transport/conformance'
import { memoryJournal, openPort, serialTerminal, serialTransport } from '@nationec/transport-serial'
import { conformanceOptions, timersOfTerminal } from './fixtures/conformance-options.ts'
import { endedBy } from './fixtures/ended-by.ts'
import { countedPort } from './fixtures/pty/counted-port.ts'
import { ptyLine } from './fixtures/pty/pty-line.ts'
import { testKeys } from './fixtures/test-keys.ts'

const { institution, terminal: terminalKeys } = testKeys()

testTransport('serial, over pseudo-terminals', makeSubject, conformanceOptions)

async function makeSubject(): Promise<ConformanceSubject> {
  const line = await ptyLine()
  const counted = countedPort(openPort({ path: line.a, binding: 'stty' }))
  const { peer, answer } = scriptPeer({
    sessions: () => counted.sessions,
    disconnect: async () => {
      await line.unplug()
      await line.plug()
    },
    failNextOpen: () => counted.failNextOpen(),
  })
  let isReady = (): void => {}
  const ready = new Promise<void>((resolve) => {
    isReady = resolve
  })
  const terminal = serialTerminal({
    port: openPort({ path: line.b, binding: 'stty' }),
    keys: terminalKeys,
    journal: memoryJournal(),
    timers: timersOfTerminal,
    handle: (text, { signal, url }) => endedBy(signal, answer(text, { url })),
    onNotice: ({ type }) => type === 'port-open' && isReady(),
  })
  await ready // what it holds open is not the transport's
  const transport = serialTransport({ port: counted.port, keys: institution })
  return {
    transport,
    peer,
    async dispose() {
      await terminal.close()
      await line[Symbol.asyncDispose]()
    },
  }
}
