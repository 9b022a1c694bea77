// @needs cc
import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { defineProfile } from '@nationec/protocol'
import { isTransportError } from '@nationec/transport'
import { type DllEncodingOptions, type DllNotice, type DllProfile, dllTransport } from '@nationec/transport-dll-ffi'
import { buildNative } from './fixtures/native-build.ts'
import { createStandIn } from './fixtures/stand-in.ts'

const build = buildNative()
const standIn = createStandIn(build)
after(() => standIn.remove())

async function exchange(mode: string, encoding: DllEncodingOptions, text: string, profile?: DllProfile) {
  standIn.setMode(mode)
  const notices: DllNotice[] = []
  const transport = dllTransport({
    library: standIn.library,
    host: { path: build.host },
    encoding,
    profile,
    onNotice: (notice) => notices.push(notice),
  })
  await using connection = transport.connect()
  const answer = await connection.exchange({ text })
  return { answer, told: notices.filter(({ type }) => type === 'encoding') }
}

const text = '{"姓名":"𠮷田·阿卜杜","金额":"￥128.50"}'

describe('the character sets of a library', () => {
  it('are UTF-8 out, and found out on the way in, unless said otherwise', async () => {
    const { answer, told } = await exchange('mirror', {}, text)
    assert.equal(answer, text)
    assert.deepEqual(told, [{ type: 'encoding', chosen: 'utf-8', because: 'only-utf-8', answers: 1 }])
  })

  it('may differ in the two directions', async () => {
    assert.equal((await exchange('mirror gbk-in', { out: 'gb18030', in: 'utf-8' }, text)).answer, text)
    assert.equal((await exchange('mirror gb18030', { out: 'utf-8', in: 'gb18030' }, text)).answer, text)
    assert.equal((await exchange('mirror', { out: 'gb18030', in: 'gb18030' }, text)).answer, text)
  })

  it('are out that of the profile, unless said otherwise', async () => {
    const profile = defineProfile({ name: 'region', charset: 'gb18030' })
    assert.equal((await exchange('mirror gbk-in', { in: 'utf-8' }, text, profile)).answer, text)
    assert.equal((await exchange('mirror', { out: 'utf-8', in: 'utf-8' }, text, profile)).answer, text)
  })

  it('are told when GB18030 was found, and nothing is told of plain ASCII', async () => {
    const { answer, told } = await exchange('mirror gb18030', {}, text)
    assert.equal(answer, text)
    assert.deepEqual(told, [{ type: 'encoding', chosen: 'gb18030', because: 'not-utf-8', answers: 1 }])
    assert.deepEqual((await exchange('mirror', {}, 'plain')).told, [])
  })

  it('are not guessed when they are named', async () => {
    await assert.rejects(exchange('mirror gb18030', { in: 'utf-8' }, text), (error) => {
      assert.ok(isTransportError(error, 'ANSWER_NOT_DECODABLE'))
      return error.delivery === 'unknown'
    })
  })

  it('refuse a character that GB18030 lacks, unsent', async () => {
    await assert.rejects(exchange('mirror', { out: 'gb18030' }, 'x\ue5e5'), (error) => {
      assert.ok(isTransportError(error, 'TEXT_NOT_ENCODABLE'))
      return error.delivery === 'not-sent'
    })
  })

  it('are what the limits count in', async () => {
    const characters = '药'.repeat(450_000)
    assert.equal((await exchange('mirror', { out: 'gb18030', in: 'gb18030' }, characters)).answer, characters)
    await assert.rejects(exchange('mirror', {}, characters), (error) => isTransportError(error, 'REQUEST_TOO_LARGE'))
  })
})
