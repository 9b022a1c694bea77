import type { BilingualText } from '@nationec/errors'
import type { Profile } from '@nationec/protocol'
import type { CentreProfile } from './centre-profile.ts'

type Check = (value: unknown) => boolean

const oneOf =
  (...choices: readonly unknown[]): Check =>
  (value) =>
    choices.includes(value)

const isText: Check = (value) => typeof value === 'string' && value.length > 0 && value.length <= 64
const isTable: Check = (value) => typeof value === 'object' && value !== null

/** What each setting must be; a setting that does not stand here does not exist. */
const CHECKS: Readonly<Record<keyof CentreProfile, readonly [check: Check, expected: string]>> = {
  name: [isText, 'a text of 1 to 64 characters'],
  version: [
    (value) => value === null || (isText(value) && /^[\w.]+$/.test(String(value))),
    'for example 2.0.1, or null',
  ],
  timestampForm: [
    oneOf('epoch-milliseconds', 'epoch-seconds', 'yyyyMMddHHmmss'),
    'epoch-milliseconds, epoch-seconds or yyyyMMddHHmmss',
  ],
  scalars: [oneOf('as text', 'as written'), '"as text" or "as written"'],
  emptyRemoval: [
    oneOf('recursive', 'one level', 'null only', 'one level and empty lists'),
    '"recursive", "one level", "null only" or "one level and empty lists"',
  ],
  signedFormsRead: [oneOf('every known form', 'own form'), '"every known form" or "own form"'],
  hexCase: [oneOf('upper', 'lower'), 'upper or lower'],
  unwrapLevels: [oneOf(0, 1, 2, 3), '0 to 3'],
  paths: [isTable, 'a table of paths'],
  messages: [isMessages, 'a profile of @nationec/protocol of the generation centre'],
  evidence: [isTable, 'a table'],
}

const PATHS: readonly string[] = ['uploadFees', 'placeOrder', 'refund', 'querySettlement', 'revokeFees']

/** Everything that keeps these settings from being a profile. */
export function profileIssues(settings: CentreProfile): BilingualText[] {
  const wrong = Object.entries(settings).flatMap(([name, value]) => {
    if (!Object.hasOwn(CHECKS, name)) return [unknown(name)]
    const [check, expected] = CHECKS[name as keyof CentreProfile]
    return check(value) ? [] : [issue(name, expected)]
  })
  const paths = isTable(settings.paths) ? Object.entries(settings.paths) : []
  return [
    ...wrong,
    ...paths.flatMap(([name, path]) => {
      if (!PATHS.includes(name)) return [unknown(`paths.${name}`)]
      return isPath(path) ? [] : [issue(`paths.${name}`, 'a path that begins with /, without a query')]
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

function issue(name: string, expected: string): BilingualText {
  return { en: `${name}: must be ${expected};`, zh: `${name}：须为 ${expected}；` }
}

function unknown(name: string): BilingualText {
  const shown = /^[\w.]{1,64}$/.test(name) ? name : '<unprintable name>'
  return { en: `${shown}: is no setting;`, zh: `${shown}：没有该设置；` }
}
