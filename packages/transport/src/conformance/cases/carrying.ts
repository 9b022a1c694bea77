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
    // Shifted by one to three bytes, so that wherever the medium cuts, some text has a character across the cut.
    title: 'carries long Chinese text unchanged',
    run: async (context) => {
      const { text, answer } = context.transport.limits
      const characters = Math.min(9_000, Math.floor(Math.min(text, answer) / 4))
      const long = '费用明细上传'.repeat(characters / 6)
      for (const shift of ['', 'a', 'ab']) await carry(context, shift + long)
    },
  },
  {
    title: 'carries the largest text unchanged',
    run: (context) => carry(context, digits(context.largeText)),
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
  const received = await context.peer.received()
  expectSame('the request that arrived', received.at(-1) ?? '', text)
  expectSame('the answer', answer, text)
  await context.within('close', connection.close())
}

/** Digits that never repeat a pattern, so that a lost or swapped piece shows. */
function digits(bytes: number): string {
  let text = ''
  for (let number = 0; text.length < bytes; number += 1) text += number
  const cut = text.slice(0, bytes)
  assert.equal(cut.length, bytes)
  return cut
}
