import { isAbsolute, resolve } from 'node:path'
import {
  aFunction,
  type BilingualText,
  type OptionNames,
  requireKnownOptions,
  requireOneOf,
  requireOption,
  trueOrFalse,
} from '@nationec/errors'
import { isWait, optionErrorOf } from '@nationec/transport'
import { TRANSPORT_NAME } from '../catalogue/dll-error.ts'
import type { AnswerCharset, Charset } from '../encoding/charset.ts'
import type { DllEncodingOptions, DllHostOptions, DllTransportOptions } from './dll-options.ts'
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

const OPTIONS: OptionNames<DllTransportOptions> = {
  library: true,
  url: true,
  functionName: true,
  isolation: true,
  host: true,
  profile: true,
  encoding: true,
  answersWithoutReturn: true,
  recycle: true,
  warm: true,
  deadline: true,
  limits: true,
  onNotice: true,
  koffi: true,
}
const HOST: OptionNames<DllHostOptions> = {
  path: true,
  kind: true,
  args: true,
  environment: true,
  libraryAs: true,
  startLimit: true,
}
const ENCODING: OptionNames<DllEncodingOptions> = { out: true, in: true }
const RECYCLE: OptionNames<NonNullable<DllTransportOptions['recycle']>> = { calls: true, minutes: true }

const invalid = optionErrorOf(TRANSPORT_NAME)
const aPath: BilingualText = { en: 'a path', zh: '路径' }
const aStartLimit: BilingualText = {
  en: 'milliseconds, above 0 and below 2 ** 31',
  zh: '大于 0 且小于 2 ** 31 的毫秒数',
}
const aPositiveNumber: BilingualText = { en: 'a positive number', zh: '正数' }

/** Reads the options. Throws `OPTION_INVALID`, naming the first that is wrong. */
export function readOptions(options: DllTransportOptions): ReadOptions {
  requireKnownOptions(options, OPTIONS, invalid)
  const { library, functionName, isolation = 'process', host = {}, encoding = {}, recycle = {} } = options
  const { warm = true, profile = {}, koffi, onNotice } = options
  const { answersWithoutReturn = profile.answersWithoutReturn ?? false } = options
  requireKnownOptions(host, HOST, invalid, 'host')
  requireKnownOptions(encoding, ENCODING, invalid, 'encoding')
  requireKnownOptions(recycle, RECYCLE, invalid, 'recycle')
  const { path, kind, args = [], environment = {}, libraryAs, startLimit = START_LIMIT } = host
  const { out = profile.charset ?? 'utf-8', in: answers = 'detect' } = encoding
  const { calls = Number.POSITIVE_INFINITY, minutes = Number.POSITIVE_INFINITY } = recycle
  const aLibrary = { en: 'the path of the library', zh: '动态库的路径' }
  requireOption(typeof library === 'string' && library !== '', 'library', aLibrary, invalid)
  requireOption(
    isTextOrAbsent(functionName),
    'functionName',
    { en: 'the name of an export', zh: '导出函数名' },
    invalid,
  )
  requireOneOf(isolation, 'isolation', ['process', 'none'], invalid)
  requireOption(isTextOrAbsent(path), 'host.path', { en: 'the path of a program', zh: '程序路径' }, invalid)
  if (kind !== undefined) requireOneOf(kind, 'host.kind', ['native', 'koffi'], invalid)
  const areWords = Array.isArray(args) && args.every((word) => typeof word === 'string')
  requireOption(areWords, 'host.args', { en: 'a list of texts', zh: '文本列表' }, invalid)
  requireOption(isTextOrAbsent(libraryAs), 'host.libraryAs', aPath, invalid)
  requireOption(isWait(startLimit) && startLimit > 0, 'host.startLimit', aStartLimit, invalid)
  requireOneOf(out, 'encoding.out', ['utf-8', 'gb18030'], invalid)
  requireOneOf(answers, 'encoding.in', ['utf-8', 'gb18030', 'detect'], invalid)
  requireOption(isPositive(calls), 'recycle.calls', aPositiveNumber, invalid)
  requireOption(isPositive(minutes), 'recycle.minutes', aPositiveNumber, invalid)
  requireOption(typeof warm === 'boolean', 'warm', trueOrFalse, invalid)
  requireOption(typeof answersWithoutReturn === 'boolean', 'answersWithoutReturn', trueOrFalse, invalid)
  requireOption(onNotice === undefined || typeof onNotice === 'function', 'onNotice', aFunction, invalid)
  return {
    library: isAbsolute(library) ? library : resolve(library),
    functionName,
    isolation,
    host: { path, kind, args: [...args], environment: { ...environment }, libraryAs, startLimit },
    out,
    in: answers,
    answersWithoutReturn,
    recycle: { calls, minutes },
    warm,
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
