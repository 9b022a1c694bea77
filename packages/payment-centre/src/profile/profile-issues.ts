import { emptyRemovals } from '@nationec/crypto/json'
import { type BilingualText, oneOf, unknownOption, wrongOption } from '@nationec/errors'
import type { Profile } from '@nationec/protocol'
import type { CentreProfile } from './centre-profile.ts'

type Check = (value: unknown) => boolean

const isText: Check = (value) => typeof value === 'string' && value.length > 0 && value.length <= 64
const isTable: Check = (value) => typeof value === 'object' && value !== null

function choice(...choices: readonly (string | number)[]): readonly [check: Check, expected: BilingualText] {
  return [(value) => choices.includes(value as string | number), oneOf(...choices.map(String))]
}

/** What each setting must be; a setting that does not stand here does not exist. */
const CHECKS: Readonly<Record<keyof CentreProfile, readonly [check: Check, expected: BilingualText]>> = {
  name: [isText, { en: 'a text of 1 to 64 characters', zh: '1 至 64 个字符的文本' }],
  version: [
    (value) => value === null || (isText(value) && /^[\w.]+$/.test(String(value))),
    { en: 'for example 2.0.1, or null', zh: '例如 2.0.1 的版本号，或 null' },
  ],
  timestampForm: choice('epoch-milliseconds', 'epoch-seconds', 'yyyyMMddHHmmss'),
  scalars: choice('as text', 'as written', 'first level as text'),
  emptyRemoval: choice('unknown', ...emptyRemovals),
  signedFormsRead: choice('every known form', 'own form'),
  hexCase: choice('upper', 'lower'),
  answerWindow: [
    (value) => typeof value === 'number' && value >= 1000 && value <= 86_400_000,
    { en: '1,000 to 86,400,000 milliseconds', zh: '1000 至 86400000 毫秒' },
  ],
  pushesWithCode: choice('refused', 'taken'),
  unwrapLevels: choice(0, 1, 2, 3),
  paths: [isTable, { en: 'a table of paths', zh: '路径表' }],
  messages: [
    isMessages,
    {
      en: 'a profile of @nationec/protocol of the generation centre',
      zh: '@nationec/protocol 的 profile，且 generation 为 centre',
    },
  ],
  evidence: [isTable, { en: 'a table', zh: '依据表' }],
}

/** Without a rule for what is empty there is no form of our own to insist on. */
const A_FORM: BilingualText = {
  en: '`every known form` while `emptyRemoval` is `unknown`',
  zh: '`every known form`（`emptyRemoval` 为 `unknown` 时）',
}

/** The paths of the interfaces stand behind the base address. */
const A_PATH: BilingualText = { en: 'a path that begins with /, without a query', zh: '以 / 开头且不含查询参数的路径' }

const PATHS: readonly string[] = ['uploadFees', 'placeOrder', 'refund', 'querySettlement', 'revokeFees']

/** Everything that keeps these settings from being a profile. */
export function profileIssues(settings: CentreProfile): BilingualText[] {
  const wrong = Object.entries(settings).flatMap(([name, value]) => {
    if (!Object.hasOwn(CHECKS, name)) return [unknownOption(name, Object.keys(CHECKS))]
    const [check, expected] = CHECKS[name as keyof CentreProfile]
    return check(value) ? [] : [wrongOption(name, expected)]
  })
  const { signedFormsRead, emptyRemoval } = settings
  const noForm =
    signedFormsRead === 'own form' && emptyRemoval === 'unknown' ? [wrongOption('signedFormsRead', A_FORM)] : []
  const paths = isTable(settings.paths) ? Object.entries(settings.paths) : []
  return [
    ...wrong,
    ...noForm,
    ...paths.flatMap(([name, path]) => {
      if (!PATHS.includes(name)) return [unknownOption(name, PATHS, 'paths.')]
      return isPath(path) ? [] : [wrongOption(`paths.${name}`, A_PATH)]
    }),
  ]
}

function isMessages(value: unknown): boolean {
  return (
    isTable(value) &&
    (value as Partial<Profile>).generation === 'centre' &&
    isTable((value as Partial<Profile>).messages)
  )
}

function isPath(path: unknown): boolean {
  return typeof path === 'string' && /^(?:\/[\w.~-]+)+$/.test(path) && !/\/\.{1,2}(?:\/|$)/.test(path)
}
