import { isAbsolute, resolve } from 'node:path'
import { transportError } from '@nationec/transport'
import { TRANSPORT_NAME } from '../catalogue/dll-error.ts'
import type { AnswerCharset, Charset } from '../encoding/charset.ts'
import type { DllTransportOptions } from './dll-options.ts'
import type { KoffiModule } from './koffi-module.ts'
import { type DllNotice, quietly } from './notice.ts'

/** When a host that works is replaced all the same, between two calls. */
export interface Recycling {
  readonly calls: number
  readonly minutes: number
}

/** The options, read once and complete. */
export interface ReadOptions {
  /** Absolute. */
  readonly library: string
  readonly functionName: string | undefined
  readonly isolation: 'process' | 'none'
  readonly host: {
    readonly path: string | undefined
    readonly kind: 'native' | 'koffi' | undefined
    readonly args: readonly string[]
    readonly environment: Readonly<Record<string, string | undefined>>
    readonly libraryAs: string | undefined
    readonly startLimit: number
  }
  readonly out: Charset
  readonly in: AnswerCharset
  readonly answersWithoutReturn: boolean
  readonly recycle: Recycling
  readonly warm: boolean
  readonly koffi: KoffiModule | undefined
  readonly notify: (notice: DllNotice) => void
}

/** Half a minute: on a cold machine an antivirus program looks at host, library and dependencies first. */
const START_LIMIT = 30_000

/** Reads the options. Throws `TRANSPORT_INVALID`, naming the first that is wrong. */
export function readOptions(options: DllTransportOptions): ReadOptions {
  const { library, functionName, isolation = 'process', host = {}, encoding = {}, recycle = {} } = options ?? {}
  const { warm = true, profile = {}, koffi, onNotice } = options ?? {}
  const { answersWithoutReturn = profile.answersWithoutReturn ?? false } = options ?? {}
  const { path, kind, args = [], environment = {}, libraryAs, startLimit = START_LIMIT } = host
  const { out = profile.charset ?? 'utf-8', in: answers = 'detect' } = encoding
  const { calls = Number.POSITIVE_INFINITY, minutes = Number.POSITIVE_INFINITY } = recycle
  requireThat(typeof library === 'string' && library !== '', 'library', 'the path of the library')
  requireThat(isTextOrAbsent(functionName), 'functionName', 'the name of an export')
  requireThat(isolation === 'process' || isolation === 'none', 'isolation', '`process` or `none`')
  requireThat(isTextOrAbsent(path), 'host.path', 'the path of a program')
  requireThat(kind === undefined || kind === 'native' || kind === 'koffi', 'host.kind', '`native` or `koffi`')
  requireThat(Array.isArray(args) && args.every((word) => typeof word === 'string'), 'host.args', 'a list of words')
  requireThat(isTextOrAbsent(libraryAs), 'host.libraryAs', 'a path')
  requireThat(isPositive(startLimit) && startLimit <= 2_147_483_647, 'host.startLimit', 'milliseconds')
  requireThat(out === 'utf-8' || out === 'gb18030', 'encoding.out', '`utf-8` or `gb18030`')
  requireThat(
    answers === 'detect' || answers === 'utf-8' || answers === 'gb18030',
    'encoding.in',
    '`utf-8`, `gb18030` or `detect`',
  )
  requireThat(isPositive(calls), 'recycle.calls', 'a positive number')
  requireThat(isPositive(minutes), 'recycle.minutes', 'a positive number')
  requireThat(onNotice === undefined || typeof onNotice === 'function', 'onNotice', 'a function')
  return {
    library: isAbsolute(library) ? library : resolve(library),
    functionName,
    isolation,
    host: { path, kind, args: [...args], environment: { ...environment }, libraryAs, startLimit },
    out,
    in: answers,
    answersWithoutReturn: answersWithoutReturn === true,
    recycle: { calls, minutes },
    warm: warm !== false,
    koffi,
    notify: quietly(onNotice),
  }
}

function isTextOrAbsent(value: unknown): value is string | undefined {
  return value === undefined || (typeof value === 'string' && value !== '')
}

function isPositive(value: unknown): value is number {
  return typeof value === 'number' && value > 0
}

function requireThat(fine: boolean, member: string, expected: string): asserts fine {
  if (fine) return
  throw transportError(TRANSPORT_NAME, 'TRANSPORT_INVALID', {
    details: [{ en: `\`${member}\` must be ${expected}.`, zh: `${member} 的值无效。` }],
  })
}
