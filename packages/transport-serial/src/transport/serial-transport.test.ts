import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { NationEcError } from '@nationec/errors'
import { transportError } from '@nationec/transport'
import {
  type MessageCodec,
  memoryJournal,
  mslCodec,
  type SerialNotice,
  serialTransport,
  type TerminalPush,
} from '@nationec/transport-serial'
import { peerIdOf } from '../channel/credential.ts'
import { createDesk, keys, until } from '../fixtures/desk-pair.ts'
import { endedBy } from '../fixtures/ended-by.ts'
import { testKeys } from '../fixtures/test-keys.ts'
import { signedContent } from '../message/signed-content.ts'

const text = '{"transType":"6201","data":"费用"}'

describe('a request whose terminal restarts under it', () => {
  it('is asked about, and answered with what the centre says; it does not run again', async () => {
    let runs = 0
    await using desk = createDesk({
      handle: () => {
        runs += 1
        return new Promise<string>(() => {})
      },
      recover: ({ text: asked, url }) => ({ type: 'done', text: `settled ${asked.length} ${url}` }),
    })
    await using connection = desk.transport.connect()
    const exchange = connection.exchange({ text, url: 'http://hospital' })
    await until(() => runs === 1)
    await desk.restartTerminal()
    assert.equal(await exchange, `settled ${text.length} http://hospital`)
    assert.equal(runs, 1)
  })

  it('is not executed if the centre knows nothing of it, and says that an answer came', async () => {
    const desk = createDesk({ handle: () => new Promise<string>(() => {}), recover: () => ({ type: 'not-executed' }) })
    await failsAfterRestart(desk, { code: 'REQUEST_NOT_EXECUTED', delivery: 'answered' })
  })

  it('is unknown if nobody knows, and told later', async () => {
    let known = false
    const desk = createDesk({
      handle: () => new Promise<string>(() => {}),
      recover: () => (known ? { type: 'done', text: 'late' } : { type: 'unknown' }),
    })
    await failsAfterRestart(desk, { code: 'OUTCOME_UNKNOWN', delivery: 'unknown' }, async (again) => {
      assert.equal(desk.outcomes.length, 0)
      known = true
      await again()
      await until(() => desk.outcomes.length === 1)
      assert.deepEqual(
        desk.outcomes.map(({ outcome, request }) => [outcome, request?.text]),
        [[{ type: 'answered', text: 'late' }, text]],
      )
    })
  })
})

describe('a request that was given up', () => {
  it('reaches the handler as a signal, and its outcome is told later', async () => {
    let stopped = false
    await using desk = createDesk({
      handle: (_text, { signal }) =>
        new Promise((resolve) =>
          signal.addEventListener('abort', () => {
            stopped = true
            resolve('done all the same')
          }),
        ),
    })
    await using connection = desk.transport.connect()
    await assert.rejects(connection.exchange({ text }, { deadline: 300 }), { code: 'TIMEOUT', delivery: 'unknown' })
    await until(() => desk.outcomes.length === 1)
    assert.ok(stopped)
    assert.deepEqual(desk.outcomes[0]?.outcome, { type: 'answered', text: 'done all the same' })
  })

  it('is told not executed if the handler can say so', async () => {
    await using desk = createDesk({
      handle: async (_text, { signal }) => {
        await endedBy(signal, new Promise<never>(() => {})).catch(() => {})
        throw transportError('terminal', 'ABORTED', { delivery: 'not-sent' })
      },
    })
    await using connection = desk.transport.connect()
    await assert.rejects(connection.exchange({ text }, { deadline: 300 }), { code: 'TIMEOUT', delivery: 'unknown' })
    await until(() => desk.outcomes.length === 1)
    assert.deepEqual(desk.outcomes[0]?.outcome, { type: 'not-executed' })
  })
})

describe('a cable that is pulled', () => {
  it('leaves the outcome unknown; the next connection of the same transport is told', async () => {
    let answer: (text: string) => void = () => {}
    let runs = 0
    await using desk = createDesk({
      handle: () => {
        runs += 1
        return new Promise<string>((resolve) => {
          answer = resolve
        })
      },
    })
    const connection = desk.transport.connect()
    const exchange = connection.exchange({ text })
    await until(() => runs === 1)
    desk.ports.unplug()
    await assert.rejects(exchange, { code: 'DISCONNECTED', delivery: 'unknown' })
    answer('after all')
    await using next = desk.transport.connect()
    const other = next.exchange({ text: 'other' })
    await until(() => runs === 2)
    answer('second')
    assert.equal(await other, 'second')
    assert.deepEqual(
      desk.outcomes.map(({ outcome }) => outcome),
      [{ type: 'answered', text: 'after all' }],
    )
  })
})

describe('an institution that starts again', () => {
  it('asks about what stands open in its journal', async () => {
    const journal = memoryJournal()
    const id = 'ab'.repeat(16)
    const madeAt = Math.floor(Date.now() / 1_000)
    journal.append({
      type: 'request',
      peer: peerIdOf(keys.institution.terminal.link),
      id,
      madeAt,
      url: '',
      text,
      signature: new Uint8Array(64),
    })
    await using desk = createDesk({ handle: () => 'new', institution: { journal } })
    await using connection = desk.transport.connect()
    assert.equal(await connection.exchange({ text: 'first' }), 'new')
    await until(() => desk.outcomes.length === 1)
    assert.deepEqual(desk.outcomes, [
      { requestId: id, outcome: { type: 'void' }, request: { id, madeAt, url: '', text } },
    ])
  })

  it('without its journal is handed results that nobody has acknowledged', async () => {
    await using desk = createDesk({ handle: () => 'done' })
    const peer = peerIdOf(keys.institution.link.publicKey)
    const act = { kind: 'result', to: peer, id: 'cd'.repeat(16), madeAt: 1, text: 'old' } as const
    const old = { peer, id: act.id, madeAt: 1, signature: keys.terminal.signing.sign(signedContent(act)) }
    desk.journal.append({ type: 'request', url: '', text, ...old })
    desk.journal.append({ type: 'done', text: 'old', ...old })
    await desk.restartTerminal()
    await using connection = desk.transport.connect()
    await connection.exchange({ text })
    await until(() => desk.outcomes.length === 1)
    assert.deepEqual(desk.outcomes[0]?.outcome, { type: 'answered', text: 'old' })
  })

  it('sends nothing when the journal cannot be written', async () => {
    let received = 0
    const full = { ...memoryJournal(), append: () => assert.fail('the disk is full') }
    await using desk = createDesk({ handle: () => String(received++), institution: { journal: full } })
    await using connection = desk.transport.connect()
    await assert.rejects(connection.exchange({ text }), { code: 'JOURNAL_FAILED', delivery: 'not-sent' })
    assert.equal(received, 0)
  })
})

describe('a terminal that cannot write', () => {
  it('refuses before it begins', async () => {
    let received = 0
    const full = { ...memoryJournal(), append: () => assert.fail('the disk is full') }
    await using desk = createDesk({ handle: () => String(received++), terminal: { journal: full } })
    await using connection = desk.transport.connect()
    await assert.rejects(connection.exchange({ text }), { code: 'REQUEST_REFUSED', delivery: 'answered' })
    assert.equal(received, 0)
  })
})

describe('a request that is older than the terminal remembers', () => {
  it('is refused with the difference of the clocks', async () => {
    await using desk = createDesk({ handle: () => assert.fail('it was carried out') })
    const peer = peerIdOf(keys.institution.link.publicKey)
    desk.journal.append({ type: 'low-water', peer, madeAt: Math.floor(Date.now() / 1_000) + 3_600 })
    await desk.restartTerminal()
    await using connection = desk.transport.connect()
    await assert.rejects(connection.exchange({ text }), (error) => {
      assert.ok(error instanceof NationEcError && error.code === 'REQUEST_REFUSED')
      assert.match(error.message, /too-old[\s\S]*The terminal's clock is \d+ s (ahead of|behind) this one/)
      return true
    })
  })
})

describe('keys that do not fit', () => {
  const stranger = testKeys()

  it('on the link end the opening: nothing was sent', async () => {
    for (const [institution, codes] of [
      [{ ...keys.institution, terminal: stranger.institution.terminal }, ['TERMINAL_REFUSED', 'TERMINAL_NOT_PROVED']],
      [{ ...keys.institution, link: stranger.institution.link }, ['TERMINAL_REFUSED']],
    ] as const) {
      await using desk = createDesk({ handle: () => assert.fail('it arrived'), institution: { keys: institution } })
      await using connection = desk.transport.connect()
      await assert.rejects(connection.exchange({ text }), (error) => {
        assert.ok(error instanceof NationEcError)
        assert.ok(codes.some((code) => code === error.code))
        return error.delivery === 'not-sent'
      })
    }
  })

  it('on a request have it refused before it is carried out', async () => {
    await using desk = createDesk({
      handle: () => assert.fail('it was carried out'),
      institution: { keys: { ...keys.institution, signing: stranger.institution.signing } },
    })
    await using connection = desk.transport.connect()
    await assert.rejects(connection.exchange({ text }), { code: 'REQUEST_REFUSED', delivery: 'answered' })
  })

  it('on an answer leave the outcome unknown', async () => {
    await using desk = createDesk({
      handle: () => 'forged',
      terminal: { keys: { ...keys.terminal, signing: stranger.terminal.signing } },
    })
    await using connection = desk.transport.connect()
    await assert.rejects(connection.exchange({ text }), { code: 'ANSWER_SIGNATURE_WRONG', delivery: 'unknown' })
  })
})

describe('nobody at the other end', () => {
  it('is TERMINAL_SILENT and not-sent', async () => {
    await using desk = createDesk({ handle: () => '', institution: { openLimit: 50 } })
    await desk.terminal.close()
    await using connection = desk.transport.connect()
    await assert.rejects(connection.exchange({ text }), { code: 'TERMINAL_SILENT', delivery: 'not-sent' })
  })

  it('is LINE_ECHOES where a plug sends everything back', async () => {
    const port = {
      name: 'loop',
      open: async (listener: { onData(bytes: Uint8Array): void }) => ({
        baud: 115_200,
        write: (bytes: Uint8Array) => void setTimeout(() => listener.onData(bytes), 1),
        close: async () => {},
      }),
    }
    await using connection = serialTransport({ port, keys: keys.institution, openLimit: 4_000 }).connect()
    await assert.rejects(connection.exchange({ text }), { code: 'LINE_ECHOES', delivery: 'not-sent' })
  })
})

describe('an answer that cannot be read', () => {
  it('is refused alone: the outcome is unknown, the channel stays, and the next call is answered', async () => {
    const notices: SerialNotice[] = []
    let answers = 0
    await using desk = createDesk({
      handle: () => (answers++ === 0 ? 'x'.repeat(10) : 'ok'),
      terminal: { codec: withAddress((text) => text.startsWith('xxx')) },
      institution: { onNotice: (notice) => notices.push(notice) },
    })
    await using connection = desk.transport.connect()
    await assert.rejects(connection.exchange({ text }), { code: 'ANSWER_UNREADABLE', delivery: 'unknown' })
    assert.equal(await connection.exchange({ text }), 'ok')
    assert.deepEqual(
      notices.map((notice) => (notice.type === 'message-unreadable' ? notice.reason : notice.type)),
      ['channel-open', 'MESSAGE_BODY_INVALID'],
    )
  })
})

/** A careless terminal: it writes an address where results have none. */
function withAddress(isMeant: (text: string) => boolean): MessageCodec {
  return {
    ...mslCodec,
    encode(message, settings) {
      if (message.kind !== 'result' || !isMeant(message.text)) return mslCodec.encode(message, settings)
      const bytes = mslCodec.encode({ ...message, text: `a${message.text}` }, { ...settings, compress: false })
      return bytes.with(32 + 64 + 1, 1)
    },
  }
}

describe('what the terminal tells by itself', () => {
  it('is handed on once, acknowledged, and repeated until then', async () => {
    const taken: TerminalPush[] = []
    let failures = 1
    await using desk = createDesk({
      handle: () => 'ok',
      institution: {
        onPush: (push) => {
          if (failures > 0) {
            failures -= 1
            throw new Error('not now')
          }
          taken.push(push)
        },
      },
    })
    const pushId = desk.terminal.push('{"payOrdId":"1"}')
    const first = desk.transport.connect()
    await first.exchange({ text })
    await until(() => failures === 0)
    assert.deepEqual(taken, [])
    await first.close()
    await using second = desk.transport.connect()
    await second.exchange({ text })
    await until(() => taken.length === 1)
    const live = desk.terminal.push('{"payOrdId":"2"}')
    await until(() => taken.length === 2)
    assert.deepEqual(taken, [
      { pushId, text: '{"payOrdId":"1"}' },
      { pushId: live, text: '{"payOrdId":"2"}' },
    ])
    await desk.restartTerminal()
    // The first may have gone into the session that ended with the old life; it is then told that it never arrived.
    await second.exchange({ text }).catch(() => second.exchange({ text }))
    assert.equal(taken.length, 2)
  })
})

describe('notices', () => {
  it('tell of the channel and of progress, and hold no text', async () => {
    const notices: SerialNotice[] = []
    await using desk = createDesk({
      handle: (_text, { progress }) => {
        progress()
        progress()
        return 'ok'
      },
      institution: { onNotice: (notice) => notices.push(notice) },
    })
    await using connection = desk.transport.connect()
    await connection.exchange({ text })
    assert.deepEqual(
      notices.map(({ type }) => type),
      ['channel-open', 'progress', 'progress'],
    )
    assert.ok(!JSON.stringify(notices).includes('费用'))
  })
})

/** Lets the terminal restart in the middle of a request, and checks what the caller is told. */
async function failsAfterRestart(
  desk: ReturnType<typeof createDesk>,
  expected: { readonly code: string; readonly delivery: string },
  then?: (again: () => Promise<void>) => Promise<void>,
): Promise<void> {
  await using _closed = desk
  const connection = desk.transport.connect()
  const exchange = connection.exchange({ text })
  exchange.catch(() => {})
  await until(() => requestsIn(desk) === 1)
  await desk.restartTerminal()
  await assert.rejects(exchange, expected)
  await then?.(() => desk.restartTerminal())
  await connection.close()
}

function requestsIn({ journal }: ReturnType<typeof createDesk>): number {
  let count = 0
  journal.replay(({ type }) => {
    if (type === 'request') count += 1
  })
  return count
}
