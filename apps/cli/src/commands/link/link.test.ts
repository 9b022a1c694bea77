// @everyday none
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { documentOf } from '../../fixtures/published-schema.ts'
import { nationec, run } from '../../fixtures/run-nationec.ts'
import { temporaryFolder } from '../../fixtures/temporary-folder.ts'

/** From the test vectors of docs/spec/msl-1.md: SYNC, DATA, ACK and PING, the PING once more with a wrong byte. */
const LINE = [
  '0002010101011c020101a1a1a1a1a1a1a1a1b2b2b2b2b2b2b2b2aaaaaaaaaaaaaaaa010101010101010102010101010220030ff0021001055f2509a000',
  '03135a0101010b0568656c6c6f4a12428a00',
  '03145a010109068080042d2f0d8a00',
  '03155a01010607131fab8500',
  '03155a01010608131fab8500',
].join('\n')

describe('nationec link bench', () => {
  for (const size of ['0', '1001'])
    it(`refuses to send ${size} KiB as one message`, async () => {
      const { code, stderr } = await nationec('link', 'bench', '--size', size)
      assert.match(`${code} ${stderr}`, /^2 \[INPUT_INVALID\].*1 to 1000 KiB/)
    })
})

describe('nationec link sniff', () => {
  it('decodes what nationec link bench recorded', async () => {
    using folder = temporaryFolder()
    const file = folder.in('line.bin')
    const bench = await nationec('link', 'bench', '--size', '4', '--record', file, '--json')
    assert.equal(bench.code, 0, bench.stderr + bench.stdout)
    documentOf('link-bench', bench.stdout)
    const { events, summary } = documentOf('link-sniff', (await nationec('link', 'sniff', file, '--json')).stdout)
    assert.equal(summary.bytes, readFileSync(file).length)
    assert.deepEqual([summary.damaged, summary.noiseBytes, summary.missingBytes], [0, 0, 0])
    assert.ok(summary.streamBytes > 4096 && summary.messages === 26)
    assert.equal(events[0].kind, 'SYNC')
    const text = await run(['link', 'sniff', '-'], { stdin: readFileSync(file) })
    assert.equal(text.code, 0)
    assert.match(text.stdout, /^ +1 {2}SYNC .*boot [0-9a-f]{8} /)
    assert.match(text.stdout, new RegExp(`frames 帧: ${summary.frames} \\(`))
    const again = await nationec('link', 'bench', '--record', file)
    assert.match(`${again.code} ${again.stderr}`, /^5 \[FILE_EXISTS\]/)
  })

  it('reads hexadecimal text, and shows nothing of what frames carry', async () => {
    using folder = temporaryFolder()
    const file = folder.write('line.txt', LINE)
    const text = await nationec('link', 'sniff', '--hex', file)
    assert.equal(text.code, 0, text.stderr)
    assert.match(text.stdout, /SYNC .*link a1a1a1a1 -> b2b2b2b2 {2}boot aaaaaaaa/)
    assert.match(text.stdout, /DATA {6}epoch 90\/1 {2}data 0\+6\n/)
    assert.match(text.stdout, /ACK {7}epoch 90\/1 {2}data next 6 {2}credit 65536\n/)
    assert.match(text.stdout, /noise .*check wrong 校验错误 1\n/)
    assert.match(text.stdout, /damaged 损坏: 1, /)
    const json = await run(['link', 'sniff', '--hex', '-', '--json'], { stdin: LINE.replaceAll('00', '00 ') })
    const { summary } = documentOf('link-sniff', json.stdout)
    assert.deepEqual([summary.frames, summary.messages, summary.damaged, summary.streamBytes], [4, 1, 1, 6])
    assert.ok(!/hello|68656c6c6f|a1a1a1a1a1|aaaaaaaaaa/i.test(text.stdout + json.stdout))
  })

  it('refuses what is no recording, in both languages, with 2', async () => {
    using folder = temporaryFolder()
    const wrong: [readonly string[], RegExp][] = [
      [['link', 'sniff'], /\[USAGE\]/],
      [['link', 'sniff', folder.in('none')], /\[INPUT_NOT_READABLE\][\s\S]*无法读取/],
      [['link', 'sniff', '-'], /\[INPUT_MISSING\]/],
      [['link', 'sniff', '--hex', folder.write('odd', '0a0')], /\[INPUT_INVALID\][\s\S]*十六进制/],
      [['link', 'sniff', '--hex', folder.write('name', '张三')], /\[INPUT_INVALID\]/],
      [['link', 'sniff', folder.write('text', '张三 330102199001011234')], /\[INPUT_INVALID\][\s\S]*波特率/],
    ]
    for (const [args, what] of wrong) {
      const { code, stdout, stderr } = await nationec(...args)
      assert.deepEqual([code, stdout], [2, ''], args.join(' '))
      assert.match(stderr, what)
      assert.ok(!/张三|330102/.test(stderr), stderr)
    }
    const json = await nationec('link', 'sniff', folder.in('none'), '--json')
    assert.equal(documentOf('failure', json.stdout).error.code, 'INPUT_NOT_READABLE')
  })
})
