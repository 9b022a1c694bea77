// @needs cc
// @everyday node
import process from 'node:process'
import type { Transport } from '@nationec/transport'
import { type ConformanceSubject, scriptPeer, testTransport } from '@nationec/transport/conformance'
import { type DllNotice, dllTransport } from '@nationec/transport-dll-ffi'
import { createFarEnd } from './fixtures/far-end.ts'
import { buildNative } from './fixtures/native-build.ts'
import { createStandIn } from './fixtures/stand-in.ts'
import { optionsOf, type Way, ways } from './fixtures/ways.ts'

const build = buildNative()
const noLink = 'a library in this very process has no link that could be cut'
const noTime = 'NationEcTrans takes an address and a text, and no time'

for (const way of ways) {
  testTransport(`dll, ${way}`, () => subjectOf(way), {
    skip: {
      'tells the far end the time that is left, without what was spent waiting': noTime,
      ...(way === 'none' && {
        'supports.disconnectEvents is true to fact': noLink,
        'a lost link rejects the exchange in progress as unknown': noLink,
      }),
    },
    // Koffi's host is a program of Node, which takes seconds to start on a busy machine.
    timing: { longest: 500, patience: 20_000 },
  })
}

async function subjectOf(way: Way): Promise<ConformanceSubject> {
  const sessions = { opened: 0, closed: 0 }
  let pid: number | undefined
  const { peer, answerBytes } = scriptPeer({
    plays: ['cut', 'bytes'],
    sessions: () => ({ ...sessions }),
    disconnect: () => {
      if (pid !== undefined) process.kill(pid, 'SIGKILL')
    },
    failNextOpen: () => standIn.hide(),
  })
  const farEnd = await createFarEnd(answerBytes)
  const standIn = createStandIn(build, '', farEnd.url)
  const transport = dllTransport({ ...optionsOf(way, build), library: standIn.library, onNotice })
  return {
    transport: shownAfterFailure(transport, standIn.show),
    peer,
    async dispose() {
      await farEnd.close()
      standIn.remove()
    },
  }

  function onNotice(notice: DllNotice): void {
    if (notice.type === 'host-started') pid = notice.pid
    if (notice.type === 'host-started' || notice.type === 'library-opened') sessions.opened += 1
    if (notice.type === 'host-ended' || notice.type === 'library-released') sessions.closed += 1
  }
}

/** Puts the library back once its absence was noticed. */
function shownAfterFailure(transport: Transport, show: () => void): Transport {
  return {
    ...transport,
    connect(options) {
      const connection = transport.connect(options)
      return {
        ...connection,
        exchange: (...given) =>
          connection.exchange(...given).catch((error: unknown) => {
            show()
            throw error
          }),
      }
    },
  }
}
