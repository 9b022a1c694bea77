import assert from 'node:assert/strict'
import { type CaseContext, type ConformanceCase, expectSame, send, textOf } from '../case.ts'

export const carryingCases: readonly ConformanceCase[] = [
  {
    title: 'carries ASCII unchanged',
    run: (context) => carry(context, textOf(' !"#$%&\'()*+,-./09:;<=>?@AZ[\\]^_`az{|}~')),
  },
  {
    title: 'carries Chinese unchanged',
    run: (context) => carry(context, textOf('医疗保障：门诊缴费，张三丰￥128.50元，〇㐂龘')),
  },
  {
    // A character outside the basic plane stands in real names; it is two units in a string, four bytes in UTF-8.
    title: 'carries astral characters unchanged',
    run: (context) => carry(context, textOf('𠮷野家𨭎😀')),
  },
  {
    title: 'carries escapes and control characters unchanged',
    run: (context) => carry(context, `${textOf('\\ " \n \t \u0001 \u2028 \u00e9')}\r\n\t \u0001\u007f\ufeff\u2029`),
  },
  {
    title: 'carries a byte order mark at the start unchanged',
    run: (context) => carry(context, `\ufeff${textOf('marked')}`),
  },
  {
    // As large as the limit, because one read of a socket may hold 64 KB. Shifted by one and two bytes, so that wherever
    // the medium cuts, some text has a character across the cut.
    title: 'carries long Chinese text unchanged',
    async run(context) {
      const most = Math.floor((context.largeText - 2) / 3)
      await carry(context, chinese(most))
      for (const shift of ['a', 'ab']) await carry(context, shift + chinese(Math.min(most, 9_000)))
    },
  },
  {
    title: 'carries the largest text unchanged',
    run: (context) => carry(context, digits(context.largeText)),
  },
  {
    title: 'carries the address of each exchange unchanged',
    async run(context) {
      const connection = context.connect()
      const urls = ['http://10.0.0.8:8080/localcfc/api/hsecfc/localQrCodeQuery', 'http://127.0.0.1/x?a=1&b=%E4%B8%AD#c']
      for (const url of urls) await context.within('an answer', connection.exchange({ url, text: textOf('addressed') }))
      const received = await context.peer.received()
      assert.ok(
        received.some(({ url }) => url !== undefined),
        'the far end got no `url`: hand it on and report it in `received`, or skip this title with a reason',
      )
      assert.deepEqual(
        received.map(({ url }) => url),
        urls,
      )
    },
  },
  {
    title: 'gives an answer that differs from the request',
    async run(context) {
      const answer = '{"code":0,"message":"成功","data":{}}'
      await context.peer.next({ do: 'reply', text: answer })
      expectSame('the answer', await send(context, context.connect(), textOf('question')), answer)
    },
  },
  {
    title: 'leaves the objects of the caller alone',
    async run(context) {
      const request = Object.freeze({ text: textOf('frozen') })
      const options = Object.freeze({ deadline: context.timing.patience })
      const answer = await context.within('an answer', context.connect().exchange(request, options))
      expectSame('the answer', answer, request.text)
    },
  },
]

async function carry(context: CaseContext, text: string): Promise<void> {
  const connection = context.connect()
  const answer = await send(context, connection, text)
  const received = await context.texts()
  expectSame('the request that arrived', received.at(-1) ?? '', text)
  expectSame('the answer', answer, text)
  await context.close(connection)
}

/** Digits that never repeat a pattern, so that a lost or swapped piece shows. */
function digits(bytes: number): string {
  let text = ''
  for (let number = 0; text.length < bytes; number += 1) text += number
  const cut = text.slice(0, bytes)
  assert.equal(cut.length, bytes)
  return cut
}

/** Chinese that never repeats a pattern: 20,000 characters of two bytes in GBK and three in UTF-8, in a mixed order. */
function chinese(characters: number): string {
  return Array.from({ length: characters }, (_, index) => {
    const mixed = (index * 7_919 + Math.floor(index / 20_000)) % 20_000
    return String.fromCharCode(0x4e00 + mixed)
  }).join('')
}
