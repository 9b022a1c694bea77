import assert from 'node:assert/strict'
import { afterEach, beforeEach, describe, it } from 'node:test'
import { type CentreCredentials, defineCentreProfile } from '@nationec/payment-centre'
import { centre, hospital } from '../fixtures/desk.ts'
import { hostileBodies, shapes } from '../fixtures/hostile-pushes.ts'
import { post, push, pushDesk, sealedPush } from '../fixtures/push-desk.ts'

/** What a push made the receiver do; time would tell of the machine. */
interface Work {
  /** Characters given to the parser, and values that it made of them. */
  parsed: number
  values: number
  decrypted: number
  verified: number
}

const work: Work = { parsed: 0, values: 0, decrypted: 0, verified: 0 }
const parse = JSON.parse

/** Credentials that count what they are asked. */
const counting = (): CentreCredentials => ({
  ...hospital,
  verify(text, signature) {
    work.verified += 1
    return hospital.verify(text, signature)
  },
  cipher: {
    encrypt: hospital.cipher.encrypt,
    decrypt(encData) {
      work.decrypted += 1
      return hospital.cipher.decrypt(encData)
    },
  },
})

function valuesIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1
  return Object.values(value).reduce((sum: number, member) => sum + valuesIn(member), 1)
}

beforeEach(() => {
  JSON.parse = ((text: string, reviver) => {
    const value: unknown = parse(text, reviver)
    // A runtime parses a few characters of its own.
    if (text.length > 64) {
      work.parsed += text.length
      work.values += valuesIn(value)
    }
    return value
  }) as typeof JSON.parse
})

afterEach(() => {
  JSON.parse = parse
})

async function workOf(body: string): Promise<Work & { readonly reason: string | undefined }> {
  const { receive, reasons, events } = pushDesk({ credentials: counting() })
  Object.assign(work, { parsed: 0, values: 0, decrypted: 0, verified: 0 })
  const request = post(body)
  await receive(request)
  const [reason] = reasons()
  if (reason !== 'handed on') assert.equal(events.length, 0)
  return { ...work, reason }
}

describe('what a stranger’s push costs', () => {
  it('is no parsing, no decryption and no verification without a signature, or for another application', async () => {
    for (const [shape, make] of Object.entries(shapes)) {
      for (const kind of ['unsigned', 'odd signature', 'other application'] as const) {
        const body = hostileBodies[kind](make)
        assert.ok(body.length > 50_000 && body.length <= 65_536, `${shape} ${body.length}`)
        const { reason, ...done } = await workOf(body)
        assert.deepEqual(done, { parsed: 0, values: 0, decrypted: 0, verified: 0 }, `${shape}, ${kind}`)
        assert.equal(reason, kind === 'unsigned' ? 'unsigned' : 'not genuine')
      }
    }
  })

  it('is at most ten times that of a small one, also for our own application', async () => {
    const { reason, ...small } = await workOf(await sealedPush())
    assert.equal(reason, 'handed on')
    for (const [shape, make] of Object.entries(shapes)) {
      for (const kind of ['forged', 'forged in a shell', 'forged in text', 'forged, encrypted'] as const) {
        const done = await workOf(hostileBodies[kind](make))
        const what = `${shape}, ${kind}: ${JSON.stringify(done)}`
        assert.notEqual(done.reason, 'handed on', what)
        assert.ok(done.values <= 10 * small.values, what)
        assert.ok(done.verified <= small.verified, what)
        assert.ok(done.decrypted <= small.decrypted, what)
      }
    }
  })

  it('ends at the limit, however long the sender goes on', async () => {
    for (const limit of [undefined, 2048]) {
      let sent = 0
      const endless = new ReadableStream<Uint8Array>({
        pull(controller) {
          sent += 1024
          controller.enqueue(new Uint8Array(1024).fill(0x20))
        },
      })
      const { receive, reasons } = pushDesk(limit === undefined ? {} : { limit })
      await receive(post(endless))
      assert.deepEqual(reasons(), ['too large'])
      assert.ok(sent <= (limit ?? 65_536) + 8 * 1024, `${sent} bytes`)
    }
  })
})

describe('a genuine push', () => {
  it('may be as large as the limit allows, and no larger', async () => {
    const extData = { memo: 'x'.repeat(20_000) }
    const body = await sealedPush({ ...push, extData })
    const { receive, events } = pushDesk({ limit: body.length })
    assert.equal((await receive(body)).status, 200)
    assert.equal(events.length, 1)
    const { receive: strict, reasons } = pushDesk({ limit: body.length - 1 })
    assert.equal((await strict(body)).status, 400)
    assert.deepEqual(reasons(), ['too large'])
  })

  it('with a whole settlement in its extension, in three shells, is let through', async () => {
    const share = { fundpaytype: '310100', fundpayamt: '1.00', crtpayblmtamt: '0.00', fundpaytypename: '职工统筹' }
    const extData = {
      setldetail: Array.from({ length: 60 }, () => share),
      setlinfo: [{ setlId: 'S1', mafPay: '0.00' }],
    }
    const body = await sealedPush({ ...push, extData })
    const one = JSON.stringify({ infcode: 0, output: body })
    const two = JSON.stringify({ code: 200, data: one })
    const three = JSON.stringify({ body: two })
    for (const text of [body, one, two, three]) {
      const { receive, log } = pushDesk()
      assert.equal((await receive(text)).status, 200, log[0]?.reason)
    }
  })

  it('is let through as other JSON libraries write it', async () => {
    const members: Record<string, unknown> = parse(await sealedPush())
    const signature = String(members['signData'])
    // PHP escapes the slash, Gson the equals sign, .NET the plus sign.
    for (const [character, written] of [
      ['/', '\\/'],
      ['=', '\\u003d'],
      ['+', '\\u002B'],
    ] as const) {
      const body = JSON.stringify(members).replace(signature, signature.replaceAll(character, written))
      for (const text of [body, JSON.stringify({ output: body }), ` \n${body}`, JSON.stringify(members, null, 2)]) {
        const { receive, log } = pushDesk()
        assert.equal((await receive(text)).status, 200, `${character} ${log[0]?.reason} ${log[0]?.detail}`)
      }
    }
  })

  it('may hold a signature of something else in what is not signed', async () => {
    const members = parse(await sealedPush())
    for (const extra of [{ signData: 'x' }, { signData: null }, { signData: '', appId: 'ANOTHER-APPLICATION' }]) {
      const { receive, log } = pushDesk()
      assert.equal((await receive(JSON.stringify({ extra, ...members }))).status, 200, log[0]?.detail)
    }
  })

  it('with a return code is an answer that was posted here, unless the profile takes such pushes', async () => {
    const answer = await sealedPush({ ...push, ordStas: '6' }, undefined, { code: 0, message: '成功', success: true })
    const { receive, reasons } = pushDesk()
    assert.equal((await receive(answer)).status, 400)
    assert.deepEqual(reasons(), ['an answer'])
    const profile = defineCentreProfile({ name: 'p', pushesWithCode: 'taken' })
    const taking = pushDesk({ profile })
    assert.equal((await taking.receive(answer)).status, 200)
    assert.equal(taking.events.length, 1)
  })

  it('of another application is refused, and one without an appId is not', async () => {
    const { appId: _, signData: __, ...rest } = parse(await sealedPush())
    const data = Object.fromEntries(Object.entries(push).sort(([a], [b]) => (a < b ? -1 : 1)))
    const { encData, ...header } = rest
    const line = Object.entries({ ...header, data: JSON.stringify(data) }).sort(([a], [b]) => (a < b ? -1 : 1))
    const signData = await centre.sign(line.map(([name, value]) => `${name}=${value}`).join('&'))
    for (const [appId, status] of [
      [undefined, 200],
      ['', 200],
      [null, 200],
      ['ANOTHER-APPLICATION', 400],
    ] as const) {
      const { receive, log } = pushDesk()
      const response = await receive(JSON.stringify({ ...header, encData, signData, appId }))
      assert.equal(response.status, status, `${appId} ${log[0]?.detail}`)
    }
  })
})
