// @runtimes node
// @needs cc
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { callFrame, frame, KIND } from './frames.ts'
import { HostProcess, startHost } from './host-process.ts'
import { refusalOf, resultOf } from './payloads.ts'

const SEED = 20250310
const OUT_BYTES = 921_600

describe('a call', () => {
  it('carries url and InData in, the returned text and OutData out', async () => {
    await using host = await startHost({ mode: 'echo' })
    const { returned, out, flags } = await host.call('{"姓名":"𠮷"}', 'http://10.0.0.8/a')
    assert.equal(returned.toString(), '0000')
    assert.deepEqual(flags, [])
    const { data, code } = JSON.parse(out.toString())
    assert.deepEqual([code, data.urlBytes, data.inBytes, data.call], [0, 17, 17, 1])
  })

  it('is always made on the same thread, which is not the one that reads', async () => {
    await using host = await startHost({ mode: 'echo,thread-affine' })
    const threads = new Set<number>()
    for (let call = 0; call < 20; call += 1) {
      const { returned, out } = await host.call('')
      assert.equal(returned.toString(), '0000')
      threads.add(JSON.parse(out.toString()).data.thread)
    }
    assert.equal(threads.size, 1)
    assert.ok(!threads.has(host.child.pid ?? 0))
  })

  it('carries any bytes but NUL unchanged both ways', async () => {
    await using host = await startHost({ mode: 'mirror' })
    const bytes = fc.uint8Array({ maxLength: 3000 }).map((array) => array.map((byte) => (byte === 0 ? 255 : byte)))
    await fc.assert(
      fc.asyncProperty(bytes, bytes, async (url, input) => {
        // FF at the start is the mark of an untouched OutData: no text in UTF-8 or GB18030 begins with it.
        if (input[0] === 0xff) input[0] = 0xfe
        const { out, flags } = await host.call(input, url)
        assert.ok(out.equals(input))
        assert.deepEqual(flags, input.length === 0 ? ['OUT_EMPTY'] : [])
      }),
      { numRuns: 200, seed: SEED },
    )
  })

  it('takes 900K and gives 900K less the NUL', async () => {
    await using host = await startHost({ mode: 'mirror' })
    const largest = Buffer.alloc(OUT_BYTES - 1, '医保')
    assert.ok((await host.call(largest)).out.equals(largest))
    const { returned, flags } = await host.call(Buffer.alloc(OUT_BYTES, 'x'))
    assert.match(returned.toString(), /^S006 /)
    assert.deepEqual(flags, ['OUT_UNCHANGED'])
    await using filling = await startHost({ mode: 'echo,fill-921599' })
    const { out } = await filling.call('x'.repeat(900_000))
    assert.equal(out.length, OUT_BYTES - 1)
    assert.equal(JSON.parse(out.toString()).data.inBytes, 900_000)
  })

  it('leaves nothing of one call to the next', async () => {
    await using host = await startHost({ mode: 'mirror,no-nul,unchanged@3' })
    await host.call('a'.repeat(5000), 'b'.repeat(2000))
    assert.equal((await host.call('short', 'u')).out.toString(), 'short')
    assert.deepEqual((await host.call('x')).flags, ['OUT_UNCHANGED'])
    assert.equal((await host.call('yz')).out.toString(), 'yz')
  })

  it('has the stack that it was promised', async () => {
    await using host = await startHost({ mode: 'echo,stack-1m' })
    assert.equal((await host.call('')).returned.toString(), '0000')
    await using narrow = await startHost({ mode: 'echo,stack-1m', args: ['--stack-mb', '1'] })
    assert.equal((await narrow.answer('')).kind, KIND.FAULT)
  })
})

describe('what a library may give back', () => {
  const one = async (mode: string, args: readonly string[] = []) => {
    await using host = await startHost({ mode: `mirror,${mode}`, args })
    return await host.call('医保')
  }

  it('nothing', async () => {
    assert.deepEqual((await one('unchanged')).flags, ['OUT_UNCHANGED'])
    assert.deepEqual((await one('empty')).flags, ['OUT_EMPTY'])
  })

  it('a text without an end, or behind what was there', async () => {
    const { out, flags } = await one('unterminated')
    assert.deepEqual([out.length, flags], [OUT_BYTES, ['OUT_UNTERMINATED']])
    const without = await one('no-nul')
    assert.deepEqual([without.out.toString(), without.flags], ['医保', []])
    const appended = await one('append')
    assert.deepEqual([appended.out.toString(), appended.flags], ['医保', ['OUT_APPENDED']])
  })

  it('half a character, or another character set', async () => {
    assert.equal((await one('partial')).out.toString('hex'), Buffer.from('医保').subarray(0, 4).toString('hex'))
    assert.equal((await one('gbk')).out.toString('hex'), 'd2bdb1a3')
    assert.equal((await one('gb18030')).out.toString('hex'), 'd2bdb1a3')
    await using host = await startHost({ mode: 'mirror,gbk@1,gb18030@2' })
    assert.equal((await host.call('𠮷')).out.toString(), '?')
    assert.equal((await host.call('𠮷')).out.toString('hex'), '9534b235')
    await using both = await startHost({ mode: 'mirror,gbk-in' })
    assert.equal((await both.call(Buffer.from('d2bdb1a3', 'hex'))).out.toString(), '医保')
  })

  it('another return than 0000', async () => {
    const wrong = await one('wrong-return')
    assert.deepEqual([wrong.returned.toString(), wrong.out.toString()], ['E1001 终端未连接', '医保'])
    const gbk = await one('wrong-return,gbk')
    assert.equal(new TextDecoder('gbk').decode(gbk.returned), 'E1001 终端未连接')
    const none = await one('null-return')
    assert.deepEqual([none.flags, none.returnValue, none.out.toString()], [['RETURN_NULL'], 0n, '医保'])
    const number = await one('number-return')
    assert.deepEqual([number.flags, number.returnValue], [['RETURN_UNREADABLE'], 1n])
    const long = await one('long-return')
    assert.deepEqual([long.flags, long.returned.length], [['RETURN_TRUNCATED'], 65_536])
    const same = await one('return-out')
    assert.deepEqual([same.flags, same.returned.toString()], [['RETURN_IS_OUT'], '医保'])
    const both = await one('return-out,append')
    assert.deepEqual([both.flags, both.returned.toString()], [['RETURN_IS_OUT', 'OUT_APPENDED'], '医保'])
  })

  it('a changed InData', async () => assert.deepEqual((await one('change-in')).flags, ['IN_CHANGED']))

  it('a byte before an OutData that begins within a page', async () => {
    // The writes of `underrun` fall before OutData where the memory page goes on.
    const { flags } = await one('underrun', ['--out-bytes', '921601'])
    assert.deepEqual(flags, ['OUT_UNCHANGED', 'BEFORE_OUT_CHANGED'])
  })

  it('the time it took', async () => assert.ok((await one('slow-30')).microseconds >= 29_000))

  it('a word about a mode that it does not know', async () => {
    assert.equal((await one('crahs')).returned.toString(), 'S011 no such mode: crahs')
  })
})

describe('a refused call', () => {
  it('never reaches the library', async () => {
    await using host = await startHost({ mode: 'echo' })
    const cases = [
      [callFrame(1, Buffer.alloc(4096, 'u'), Buffer.from('x')), 1],
      [callFrame(2, Buffer.from('u'), Buffer.alloc(OUT_BYTES + 1, 'x')), 2],
      [callFrame(3, Buffer.from('u\0u'), Buffer.from('x')), 3],
      [callFrame(4, Buffer.from('u'), Buffer.from('x\0')), 4],
      [frame(KIND.CALL, 6, Buffer.from([9, 0, 0, 0, 65])), 6],
      [frame(KIND.CALL, 7, Buffer.from([9])), 6],
      [frame(KIND.CALL, 8, Buffer.alloc(0)), 6],
      [frame(KIND.CALL, 9, Buffer.alloc(5_000_000, 255)), 6],
      [callFrame(10, Buffer.alloc(2_000_000, 'u'), Buffer.from('x')), 1],
      [callFrame(11, Buffer.from('u'), Buffer.alloc(3_000_000, 'x')), 2],
    ] as const
    for (const [bytes, reason] of cases) {
      host.write(bytes)
      const answer = await host.frame()
      assert.deepEqual([refusalOf(answer), answer.id], [reason, bytes.readUInt32LE(8)])
    }
    // Still alive, and the first call that the library sees.
    assert.equal(JSON.parse((await host.call('', 'u'.repeat(4095))).out.toString()).data.call, 1)
  })

  it('comes second while another is in progress', async () => {
    await using host = await startHost({ mode: 'echo,slow-1500@1' })
    const first = await host.begin('1')
    const second = host.send('2')
    const refused = await host.frame()
    assert.deepEqual([refused.id, refusalOf(refused)], [second, 5])
    const answer = await host.frame()
    assert.deepEqual([answer.id, JSON.parse(resultOf(answer).out.toString()).data.call], [first, 1])
    assert.equal(JSON.parse((await host.call('3')).out.toString()).data.call, 2)
  })

  it('is not one that comes before HELLO: that waits for the library', async () => {
    await using host = new HostProcess({ mode: 'mirror' })
    const id = host.send('early')
    assert.equal((await host.hello()).loaded, true)
    assert.deepEqual(
      [(await host.frame()).kind, resultOf(await host.frame()).out.toString(), id],
      [KIND.BEGUN, 'early', 1],
    )
  })
})

describe('a broken frame', () => {
  it('ends the host, which says so without a word of the request', async () => {
    const right = callFrame(1, Buffer.from('u'), Buffer.from('secret'))
    const wrongCheck = Buffer.from(right)
    wrongCheck[16] = (wrongCheck[16] ?? 0) ^ 1
    for (const bytes of [
      ...[wrongCheck, frame(KIND.CALL, 0, right.subarray(20)), frame(KIND.RESULT, 1, right.subarray(20))],
      Buffer.from('GET / HTTP/1.1\r\nHost: secret\r\n\r\n'),
    ]) {
      await using host = await startHost({ mode: 'echo' })
      host.write(bytes)
      assert.deepEqual(await host.ending, { code: 65, signal: null })
      assert.match(host.stderr, /frame from the parent is broken/)
      assert.doesNotMatch(host.stderr, /secret/)
    }
  })
})
