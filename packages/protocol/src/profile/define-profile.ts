import * as z from 'zod/mini'
import { protocolError } from '../errors/catalogue.ts'
import { deepFreeze } from './deep-freeze.ts'
import { defaultProfile } from './default-profile.ts'
import { departureIssues } from './departure-issues.ts'
import type { Operation, Profile } from './profile.ts'
import { zodIssues } from './zod-issues.ts'

// Made at the first use: a program that keeps to a ready profile never builds them.
let schema: ReturnType<typeof profileSchema> | undefined

/** A check with its own texts; zod's would bring more code than they save, into every bundle. */
function rule<Value>(isRight: (value: Value) => boolean, params: { readonly en: string; readonly zh: string }) {
  return ({ value, issues }: z.core.ParsePayload<Value>): void => {
    if (!isRight(value)) issues.push({ code: 'custom', input: value, message: '', params })
  }
}

function profileSchema() {
  const text = (most: number) =>
    z.string().check(
      rule((value: string) => value.length > 0 && value.length <= most, {
        en: `must have 1 to ${most} characters`,
        zh: `必须为 1 至 ${most} 个字符`,
      }),
    )
  const length = () =>
    z.number().check(
      rule((value: number) => Number.isSafeInteger(value) && value > 0, {
        en: 'must be a whole number above 0',
        zh: '必须为正整数',
      }),
    )
  const operations = Object.keys(defaultProfile.transTypes) as [Operation, ...Operation[]]
  return z.strictObject({
    name: text(64),
    generation: z.enum(['centre', 'hos']),
    transTypes: z.record(z.enum(operations), text(40)),
    orgCodg: z.enum(['same-as-orgId', 'any']),
    requestData: z.enum(['object', 'json-text']),
    extensionKey: z.enum(['extData', 'extra']),
    charset: z.enum(['utf-8', 'gb18030']),
    nonAscii: z.enum(['as it is', 'escaped']),
    answersWithoutReturn: z.boolean(),
    timestampForm: z.enum(['epoch-milliseconds', 'epoch-seconds', 'yyyyMMddHHmmss']),
    lengthUnit: z.enum(['characters', 'bytes']),
    orderClasses: z.record(
      z.string().check(z.regex(/^\d{1,4}$/)),
      z.enum(['pending', 'completing', 'settled', 'partly-refunded', 'refunded', 'revoked', 'failed']),
    ),
    messages: z.record(
      z.string(),
      z.strictObject({
        lengths: z.optional(z.record(z.string(), length())),
        required: z.optional(z.record(z.string(), z.boolean())),
        requiredInAnswer: z.optional(z.record(z.string(), z.boolean())),
        repeatedInAnswer: z.optional(z.array(z.string())),
        timeForms: z.optional(
          z.record(z.string(), z.enum(['yyyyMMddHHmmss', 'yyyyMMdd', 'HHmmss', 'yyyy-MM-dd HH:mm:ss', 'yyyy-MM-dd'])),
        ),
        extraFields: z.optional(
          z.record(
            z.string().check(z.regex(/^[A-Za-z]\w{0,63}(\.[A-Za-z]\w{0,63}){0,3}$/)),
            z.strictObject({
              title: text(200),
              length: length(),
              required: z.optional(z.boolean()),
            }),
          ),
        ),
      }),
    ),
    evidence: z.record(
      z.string(),
      z.strictObject({ evidence: z.enum(['confirmed', 'single source', 'assumption']), note: z.string() }),
    ),
  })
}

/** The settings of a region; what is left out stays as in `base`. */
export interface ProfileSettings extends Partial<Omit<Profile, 'name' | 'transTypes'>> {
  readonly name: string
  readonly transTypes?: Partial<Profile['transTypes']>
  /** Where to start from. Default {@link defaultProfile}. */
  readonly base?: Profile
}

/** The settings' own generation, else that of the profile they start from. */
type GenerationOf<Settings extends ProfileSettings> = Settings extends { generation: infer Own extends Generation }
  ? Own
  : Settings extends { base: { generation: infer Inherited extends Generation } }
    ? Inherited
    : (typeof defaultProfile)['generation']

type Generation = Profile['generation']

/**
 * Makes a profile for a region out of another one.
 *
 * Tables (`transTypes`, `orderClasses`, `messages`, `evidence`) are merged entry by entry, everything else is
 * replaced. The result is checked and frozen.
 *
 * @throws `PROFILE_INVALID` with every setting that does not exist or does not fit
 *
 * @example
 * ```ts
 * import { defineProfile } from '@nationec/protocol'
 *
 * const jiangsu = defineProfile({
 *   name: 'jiangsu',
 *   charset: 'gb18030',
 *   messages: { 'ec.query': { lengths: { operatorId: 64, operatorName: 64 } } },
 * })
 * ```
 */
export function defineProfile<const Settings extends ProfileSettings>(
  settings: Settings,
): Profile & { readonly generation: GenerationOf<Settings> }
export function defineProfile(settings: ProfileSettings): Profile {
  const { base = defaultProfile, ...own } = settings
  const merged = {
    ...base,
    ...own,
    transTypes: { ...base.transTypes, ...own.transTypes },
    orderClasses: { ...base.orderClasses, ...own.orderClasses },
    messages: { ...base.messages, ...own.messages },
    evidence: { ...evidenceFor(base, own), ...own.evidence },
  }
  schema ??= profileSchema()
  const result = schema.safeParse(merged)
  const issues = result.success
    ? departureIssues(merged.messages)
    : zodIssues(result.error, Object.keys(defaultProfile))
  if (issues.length > 0) throw protocolError('PROFILE_INVALID', { issues })
  return deepFreeze(structuredClone(merged))
}

/** What is known of the base's settings says nothing of one that was replaced. */
function evidenceFor(base: Profile, own: Partial<ProfileSettings>): Profile['evidence'] {
  const replaced = new Set<string>([
    ...Object.keys(own),
    ...Object.keys(own.transTypes ?? {}).map((operation) => `transTypes.${operation}`),
  ])
  return Object.fromEntries(Object.entries(base.evidence).filter(([setting]) => !replaced.has(setting)))
}
