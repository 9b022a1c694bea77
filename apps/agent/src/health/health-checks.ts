import { type BilingualText, isNationEcError } from '@nationec/errors'
import { agentErrors } from '../errors/agent-errors.ts'
import type { WatchedStore } from '../ledger/watched-store.ts'
import type { WorkInHand } from '../work/work-in-hand.ts'

/** The year before which no clock of a till is right. */
const EARLIEST = Date.UTC(2026, 0, 1)

/** Milliseconds that a look counts: asking takes no token, and a library or a list is large, a server far. */
const COUNTS = { device: 10_000, audit: 60_000, settings: 600_000, webhooks: 0 }

/** One thing that was looked at. */
export interface HealthCheck extends BilingualText {
  readonly id: 'ledger' | 'device' | 'terminal' | 'clock' | 'unknown' | 'stopping' | 'audit' | 'settings' | 'webhooks'
  readonly ok: boolean
  /** Of what is wrong: the code of the error, where it has one. */
  readonly code?: string | undefined
  /** Of what is wrong: what to do. */
  readonly fix?: BilingualText | undefined
}

export interface HealthSources {
  readonly books: Pick<WatchedStore, 'writable' | 'refusal'>
  readonly clock: () => number
  readonly work: Pick<WorkInHand, 'stopping'>
  /** Whether the terminal is there, by the last exchange and by what its transport notices. */
  readonly terminalSeen: () => boolean
  /** The code of the exchange that failed last. */
  readonly terminalCode: () => string | undefined
  /** Throws what the transport lacks. */
  readonly checkTerminal: (() => Promise<void>) | undefined
  /** Throws what is wrong with the audit list. */
  readonly checkAudit: () => Promise<void>
  /** Throws why the settings are not those that they should be. */
  readonly checkSettings: (() => Promise<void>) | undefined
  /** Throws when a server that is told takes nothing. */
  readonly checkWebhooks: () => Promise<void>
  /** When each unknown operation began. */
  readonly unknownSince: () => Promise<readonly number[]>
}

/** Looks at what the agent needs for its work, and names what is wrong. */
export function createHealthChecks(sources: HealthSources): () => Promise<readonly HealthCheck[]> {
  const { books, clock, work, terminalSeen, terminalCode, unknownSince } = sources
  const device = remembered(DEVICE, { check: sources.checkTerminal, clock, counts: COUNTS.device })
  const audit = remembered(AUDIT, { check: sources.checkAudit, clock, counts: COUNTS.audit })
  const webhooks = remembered(WEBHOOKS, { check: sources.checkWebhooks, clock, counts: COUNTS.webhooks })
  const settings = remembered(SETTINGS, { check: sources.checkSettings, clock, counts: COUNTS.settings })

  return async () => {
    const unknown = (await unknownSince()).length
    return [
      judged(
        { id: 'ledger', ok: books.writable, zh: '资金账本可写', en: 'the ledger took what it was given last' },
        { code: books.refusal?.code, fix: books.refusal?.advice },
      ),
      await device(),
      judged(
        {
          id: 'terminal',
          ok: terminalSeen(),
          zh: '与终端的最近一次交互正常，且链路未断开',
          en: 'the last exchange with the terminal went well, and its link is not lost',
        },
        { code: terminalCode(), fix: LOOK_AT_TERMINAL },
      ),
      judged(
        { id: 'clock', ok: clock() > EARLIEST, zh: '系统时间合理', en: 'the clock can be right' },
        { fix: SET_CLOCK },
      ),
      judged(
        { id: 'unknown', ok: unknown === 0, zh: '没有结果未知的操作', en: 'no operation has an unknown outcome' },
        { code: 'OUTCOME_UNKNOWN', fix: ASK_FOR_OUTCOMES },
      ),
      judged(
        { id: 'stopping', ok: !work.stopping, zh: '程序未在停止', en: 'the agent takes work' },
        { code: 'AGENT_STOPPING', fix: agentErrors.AGENT_STOPPING.advice },
      ),
      await audit(),
      await settings(),
      await webhooks(),
    ]
  }
}

/** What keeps the agent from any work; a terminal that was away once may be back. */
const STOPS_ALL: ReadonlySet<string> = new Set(['ledger', 'clock', 'stopping'])

export const isReady = (checks: readonly HealthCheck[]): boolean =>
  checks.every(({ id, ok }) => ok || !STOPS_ALL.has(id))

function judged(check: HealthCheck, wrong: Pick<HealthCheck, 'code' | 'fix'>): HealthCheck {
  if (check.ok) return check
  const { code, fix } = wrong
  return { ...check, ...(code === undefined ? {} : { code }), ...(fix === undefined ? {} : { fix }) }
}

const DEVICE = {
  id: 'device',
  zh: '动态库或串口可用',
  en: 'the library or the port of the terminal can be used',
} as const
const AUDIT = { id: 'audit', zh: '审计记录完整', en: 'the audit list fits its chain' } as const
const SETTINGS = {
  id: 'settings',
  zh: '统一配置为最新且有效',
  en: 'the central settings are the newest, and hold',
} as const

const WEBHOOKS = {
  id: 'webhooks',
  zh: '通知可送达',
  en: 'every server that is told takes what it is told',
} as const

interface Look {
  readonly check: (() => Promise<void>) | undefined
  readonly clock: () => number
  /** Milliseconds before it is made again. */
  readonly counts: number
}

/** A look that takes a while, not made at each question. */
function remembered(about: Omit<HealthCheck, 'ok'>, { check, clock, counts }: Look): () => Promise<HealthCheck> {
  let last: { readonly at: number; readonly seen: Promise<HealthCheck> } | undefined
  async function look(): Promise<HealthCheck> {
    try {
      await check?.()
      return { ...about, ok: true }
    } catch (error) {
      if (!isNationEcError(error)) return { ...about, ok: false }
      return { ...about, ok: false, code: error.code, fix: error.advice }
    }
  }
  return () => {
    const now = clock()
    if (last === undefined || now - last.at >= counts || now < last.at) last = { at: now, seen: look() }
    return last.seen
  }
}

const LOOK_AT_TERMINAL: BilingualText = {
  en: 'Look at the terminal, its cable and its power; the next exchange tries again.',
  zh: '请检查终端、连线与电源；下一次交互会重新尝试。',
}
const SET_CLOCK: BilingualText = { en: 'Set the clock of this machine.', zh: '请校正本机时间。' }
const ASK_FOR_OUTCOMES: BilingualText = {
  en: 'The agent asks by itself; a person can decide: GET /v1/operations?state=unknown.',
  zh: '程序会自动查询；也可人工确认：GET /v1/operations?state=unknown。',
}
