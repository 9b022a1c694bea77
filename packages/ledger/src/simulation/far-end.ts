import { defineTransport, transportError } from '@nationec/transport'
import type { MemoryAnswer } from '../engine/memories.ts'
import type { FarEnd, Life, Truth, World } from './life.ts'

/** What becomes of a request that moves money, by weight. */
const MONEY = {
  well: 62,
  'not sent': 4,
  'request lost': 6,
  'answer lost': 7,
  late: 4,
  garbled: 3,
  empty: 2,
  stale: 3,
  refused: 3,
  odd: 6,
} as const
/** What becomes of a question. */
const QUESTIONS = { well: 88, 'answer lost': 4, garbled: 3, refused: 5 } as const

type Fate = keyof typeof MONEY

interface Remembered {
  answer: string | undefined
  /** It may still be carried out. */
  pending: boolean
  readonly request: string
}

export function createFarEnd(world: World): FarEnd {
  const truth = new Map<string, Truth>()
  const remembered = new Map<string, Remembered>()
  const stories = new Map<string, number>()
  const last = new Map<string, string>()

  function storyOf(numbers: Readonly<Record<string, unknown>>): number {
    const { medOrgOrd, payOrdId, appRefdSn } = numbers
    const named = /^[A-Z]+(\d+)/.exec(String(medOrgOrd ?? appRefdSn ?? ''))?.[1]
    return named === undefined ? (stories.get(String(payOrdId)) ?? 0) : Number(named)
  }

  async function carryOut(text: string, key: string | undefined, story: number): Promise<string> {
    const answer = await world.simulator.handle(text)
    const { code, data } = JSON.parse(answer)
    const body = typeof data === 'string' ? JSON.parse(data) : data
    if (typeof body?.payOrdId === 'string') stories.set(body.payOrdId, story)
    if (key === undefined) return answer
    const done = code === 0 && (body.success === undefined || String(body.success) === 'true')
    const known = truth.get(key)
    if (done && known !== undefined) known.effects += 1
    const kept = remembered.get(memoryKey(JSON.parse(text)))
    if (kept !== undefined) Object.assign(kept, { answer, pending: false })
    if (done) last.set(JSON.parse(text).transType, answer)
    return answer
  }

  async function answer(text: string, life: Life, signal: AbortSignal): Promise<string> {
    const request = JSON.parse(text)
    const key: string | undefined = (request.extData ?? request.extra)?.key
    const story = storyOf(request.data)
    await world.point(story)
    const chance = world.chanceOf(story)
    if (key === undefined) {
      const fate = world.faults ? chance.pick(QUESTIONS) : 'well'
      return deliver(fate, await carryOut(text, undefined, story), signal)
    }
    const fate: Fate = world.faults ? chance.pick(MONEY) : 'well'
    world.tell(`${key}: ${request.transType}, ${fate}`)
    if (fate === 'not sent') throw transportError('world', 'SEND_FAILED', { delivery: 'not-sent' })
    const known = truth.get(key) ?? { sent: 0, effects: 0 }
    truth.set(key, known)
    known.sent += 1
    remembered.set(memoryKey(request), { answer: undefined, pending: fate === 'late', request: text })
    if (fate === 'request lost') return never(signal)
    if (fate === 'refused') return '{"code":9001,"message":"拒绝"}'
    if (fate === 'late') {
      world.time.setTimeout(() => void carryOut(text, key, story), chance.between(100_000, 700_000))
      return never(signal)
    }
    const stale = last.get(request.transType)
    const true_ = await carryOut(text, key, story)
    await world.point(story)
    if (!life.isAlive()) return never(signal)
    if (fate === 'stale') return request.transType === '6203' || request.transType === REFUND ? (stale ?? true_) : true_
    return deliver(fate, fate === 'odd' ? odd(true_, chance.between(0, 2)) : true_, signal)
  }

  return {
    truth,
    orderOf(group) {
      for (const { row } of group) {
        const story = storyOf(row as never)
        if (story > 0) return story
      }
      return 0
    },
    transport: (life) =>
      defineTransport({
        specVersion: 1,
        name: 'world',
        supports: { cancel: true, disconnectEvents: false },
        open: async () => ({
          send: ({ text }, { signal }) => Promise.race([answer(text, life, signal), never(signal)]),
          close: async () => {},
        }),
      }),
    memory: {
      name: 'terminal',
      async recall({ kind, medOrgOrd, payOrdId, appRefdSn }): Promise<MemoryAnswer> {
        const story = storyOf({ medOrgOrd, payOrdId, appRefdSn })
        if (!world.faults || world.chanceOf(story).happens(0.6)) return { type: 'nothing' }
        const names = { upload: medOrgOrd, refund: appRefdSn, place: payOrdId, revoke: payOrdId, raw: undefined }
        const kept = remembered.get(`${kind} ${names[kind]}`)
        if (kept?.answer !== undefined) return { type: 'answered', answer: kept.answer, request: kept.request }
        // A revoke has no number of its own: an older one of the same order may be what is remembered.
        return kept?.pending === true || kind === 'revoke' || kind === 'place'
          ? { type: 'nothing' }
          : { type: 'never-seen' }
      },
    },
  }
}

const REFUND = 'hos.refund.setl'

/** What a terminal finds an old request by. */
function memoryKey({
  transType,
  data,
}: {
  readonly transType: string
  readonly data: Record<string, unknown>
}): string {
  if (data['appRefdSn'] !== undefined) return `refund ${data['appRefdSn']}`
  if (data['medfeeSumamt'] !== undefined) return `upload ${data['medOrgOrd']}`
  return `${transType.includes('revoke') || transType === '6401' ? 'revoke' : 'place'} ${data['payOrdId']}`
}

/** The answer as it arrives. */
async function deliver(fate: string, answer: string, signal: AbortSignal): Promise<string> {
  if (fate === 'answer lost') return never(signal)
  if (fate === 'garbled') return answer.slice(0, answer.length / 2)
  if (fate === 'empty') return ''
  return fate === 'refused' ? '{"code":9002,"message":"查询失败"}' : answer
}

/** An answer with a value without a description, where the message has one. */
function odd(answer: string, which: number): string {
  const values = ['EXP', 'PROCESSING', 'fail']
  return answer
    .replace(/"refStatus":"SUCC"/, `"refStatus":"${values[which]}"`)
    .replace(/"success":("true"|true)/, `"success":"${['TRUE!', '', 'null'][which]}"`)
}

/** Ends only when the caller gives up. */
function never(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason)
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
}
