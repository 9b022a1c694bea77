// @needs cc
// @everyday none
import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { defaultProfile, defineProfile } from '@nationec/protocol'
import { isTransportError, type TransportError } from '@nationec/transport'
import { type DllNotice, type DllTransportOptions, dllTransport, LibraryReturned } from '@nationec/transport-dll-ffi'
import { buildNative } from './fixtures/native-build.ts'
import { createStandIn, type StandIn } from './fixtures/stand-in.ts'
import { hostedWays, optionsOf, type Way, ways } from './fixtures/ways.ts'

const build = buildNative()
const made: StandIn[] = []
after(() => {
  for (const standIn of made) standIn.remove()
})

/** A library that gives back what it is given, but for what the mode says. */
function standInWith(mode: string): StandIn {
  const standIn = createStandIn(build, `mirror ${mode}`)
  made.push(standIn)
  return standIn
}

function transportOf(way: Way, standIn: StandIn, options: Partial<DllTransportOptions> = {}) {
  return dllTransport({ ...optionsOf(way, build), library: standIn.library, ...options })
}

/** Three calls, of which the second meets the mode. */
async function threeCalls(way: Way, mode: string, deadline?: number) {
  const notices: DllNotice[] = []
  const standIn = standInWith(mode)
  await using connection = transportOf(way, standIn, { onNotice: (notice) => notices.push(notice) }).connect()
  assert.equal(await connection.exchange({ text: 'one' }), 'one')
  const error = await failureOf(connection.exchange({ text: 'secret-二' }, { deadline: deadline ?? 20_000 }))
  assert.equal(await connection.exchange({ text: 'three 三' }), 'three 三', 'the next exchange must work')
  await connection.close()
  return { error, notices }
}

async function failureOf(exchange: Promise<string>): Promise<TransportError<string>> {
  const outcome = await exchange.then(
    (answer) => answer,
    (error: unknown) => error,
  )
  assert.ok(isTransportError(outcome), `not a failure of the transport: ${outcome}`)
  const shown = [outcome.message, JSON.stringify(outcome), outcome.stack].join('\n')
  assert.ok(!shown.includes('secret') && !shown.includes('终端未连接'), 'the failure tells the text')
  return outcome as TransportError<string>
}

const deaths = [
  { mode: 'crash', code: 'HOST_CRASHED', says: /SIGSEGV|0xC0000005 \(access violation\)/ },
  { mode: 'crash-after', code: 'HOST_CRASHED', says: /SIGSEGV|0xC0000005 \(access violation\)/ },
  { mode: 'crash-thread', code: 'HOST_CRASHED', says: /SIGSEGV|0xC0000005 \(access violation\)/ },
  { mode: 'stack-overflow', code: 'HOST_CRASHED', says: /SIGSEGV|0xC00000FD \(stack overflow\)/ },
  { mode: 'abort', code: 'HOST_CRASHED', says: /SIGABRT|0x40000015 \(abort\)/ },
  // Under koffi the runtime's own clean-up runs in the middle of a call, and some fall over it.
  { mode: 'exit', code: 'HOST_CRASHED', says: /exit|code 77|SIG/ },
  { mode: 'exit-now', code: 'HOST_CRASHED', says: /78/ },
  { mode: 'overrun-1', code: 'OUT_DATA_OVERRUN', says: /1 bytes past/ },
  { mode: 'overrun-page', code: 'OUT_DATA_OVERRUN', says: /bytes past/ },
] as const

const bad = [
  { mode: 'unchanged', code: 'OUT_DATA_UNCHANGED' },
  { mode: 'empty', code: 'OUT_DATA_EMPTY' },
  { mode: 'unterminated', code: 'OUT_DATA_UNTERMINATED' },
  { mode: 'partial', code: 'ANSWER_NOT_DECODABLE' },
  { mode: 'wrong-return', code: 'LIBRARY_RETURN' },
  { mode: 'wrong-return@2,gbk', code: 'LIBRARY_RETURN' },
  { mode: 'null-return', code: 'LIBRARY_RETURN' },
  { mode: 'number-return', code: 'LIBRARY_RETURN' },
  { mode: 'long-return', code: 'LIBRARY_RETURN' },
  { mode: 'return-out', code: 'LIBRARY_RETURN' },
] as const

for (const way of hostedWays) {
  describe(`a library that ends its host (${way})`, () => {
    for (const { mode, code, says } of deaths) {
      it(`${mode} is ${code} and unknown, and the next exchange has a new host`, async () => {
        const { error, notices } = await threeCalls(way, `${mode}@2`)
        assert.deepEqual([error.code, error.delivery], [code, 'unknown'])
        assert.match(error.message, says)
        const ends = notices.flatMap((notice) => (notice.type === 'host-ended' ? [notice.because] : []))
        assert.deepEqual(ends, ['crashed', 'closed'])
      })
    }

    for (const mode of ['hang', 'spin', 'hang-after']) {
      it(`${mode} is TIMEOUT and unknown, and the host is killed`, async () => {
        const { error, notices } = await threeCalls(way, `${mode}@2`, 60)
        assert.deepEqual([error.code, error.delivery], ['TIMEOUT', 'unknown'])
        const ends = notices.flatMap((notice) => (notice.type === 'host-ended' ? [notice.because] : []))
        assert.deepEqual(ends, ['killed', 'closed'])
      })
    }
  })
}

describe('a library that writes before OutData', () => {
  for (const [what, args] of Object.entries({
    'where no memory is': [],
    'where memory is': ['--out-bytes', '921700'],
  })) {
    it(`${what} is OUT_DATA_OVERRUN, and its host is not used again`, async () => {
      const pids = new Set<number>()
      await using connection = dllTransport({
        library: standInWith('underrun@2').library,
        host: { path: build.host, args },
        onNotice: (notice) => notice.type === 'host-started' && pids.add(notice.pid),
      }).connect()
      assert.equal(await connection.exchange({ text: 'one' }), 'one')
      const { code, delivery } = await failureOf(connection.exchange({ text: 'secret' }))
      assert.deepEqual([code, delivery], ['OUT_DATA_OVERRUN', 'unknown'])
      assert.equal(await connection.exchange({ text: 'three' }), 'three')
      assert.equal(pids.size, 2)
    })
  }
})

for (const way of ways) {
  describe(`a library that answers badly (${way})`, () => {
    for (const { mode, code } of bad) {
      it(`${mode} is ${code} and unknown, and the library goes on`, async () => {
        const { error, notices } = await threeCalls(way, mode.includes('@') ? mode : `${mode}@2`)
        assert.deepEqual([error.code, error.delivery], [code, 'unknown'])
        assert.ok(notices.filter(({ type }) => type === 'host-started').length <= 1)
      })
    }

    it('tells the text of a failed return, and the text beside it, only in the cause', async () => {
      const { error, notices } = await threeCalls(way, 'wrong-return@2')
      assert.ok(error.cause instanceof LibraryReturned)
      assert.equal(error.cause.libraryReturn, 'E1001 终端未连接')
      assert.equal(error.cause.outData, 'secret-二')
      assert.deepEqual(Object.keys(error.cause).includes('libraryReturn'), false, 'printing the cause must not show it')
      assert.match(error.message, /OutData holds 10 bytes beside it/)
      assert.deepEqual(
        notices.filter(({ type }) => type === 'text-beside-failure'),
        [{ type: 'text-beside-failure', bytes: 10 }],
      )
    })

    it('is told by null pointers and numbers what they are', async () => {
      assert.match((await threeCalls(way, 'null-return@2')).error.message, /null pointer/)
      assert.match((await threeCalls(way, 'number-return@2')).error.message, /the number 1 instead/)
    })
  })

  describe(`a library with bad habits (${way})`, () => {
    for (const mode of ['print', 'change-in', 'append', 'no-nul', 'stack-1m', 'slow-5', 'thread-affine']) {
      // In this very process it would print into the report of the tests, and koffi calls on threads of its own choice.
      if (way === 'none' && (mode === 'thread-affine' || mode === 'print')) continue
      it(`${mode} does no harm`, async () => {
        const standIn = standInWith(mode)
        await using connection = transportOf(way, standIn).connect()
        for (const text of ['one', 'zwei', '三'.repeat(500), '𠮷'])
          assert.equal(await connection.exchange({ text }), text)
      })
    }

    it('answers without 0000, as an OCX, when it is said to', async () => {
      const standIn = standInWith('wrong-return@2')
      await using connection = transportOf(way, standIn, { answersWithoutReturn: true }).connect()
      assert.equal(await connection.exchange({ text: 'one' }), 'one')
      assert.equal(await connection.exchange({ text: 'two' }), 'E1001 终端未连接')
      standIn.setMode('mirror return-out')
      assert.equal(await connection.exchange({ text: '返回值' }), '返回值')
    })

    it('answers without 0000 where the profile says so, unless the option says otherwise', async () => {
      const standIn = standInWith('wrong-return')
      const profile = defineProfile({ name: 'ocx', answersWithoutReturn: true })
      await using connection = transportOf(way, standIn, { profile }).connect()
      assert.equal(await connection.exchange({ text: 'x' }), 'E1001 终端未连接')
      await using other = transportOf(way, standIn, { profile, answersWithoutReturn: false }).connect()
      assert.equal((await failureOf(other.exchange({ text: 'x' }))).code, 'LIBRARY_RETURN')
      await using usual = transportOf(way, standIn, { profile: defaultProfile }).connect()
      assert.equal((await failureOf(usual.exchange({ text: 'x' }))).code, 'LIBRARY_RETURN')
    })
  })
}
