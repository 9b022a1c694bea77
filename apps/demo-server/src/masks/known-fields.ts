import { type Field, messages, type Shape } from '@nationec/protocol'

/** Codes, amounts, times and numbers of orders look like this; names and sentences do not. */
const PLAIN = /^[A-Za-z0-9_.:+ -]{0,64}$/

/** Order numbers and the like: they say which order, and nothing of a person. */
const NUMBERS = ['payOrdId', 'medOrgOrd', 'appRefdSn', 'refdSn', 'orgId', 'orgCodg', 'orgCode', 'orgBizSer']

const SHOWN_KINDS: ReadonlySet<Field['kind']> = new Set(['code', 'money', 'decimal', 'integer', 'time'])

interface FieldNames {
  /** Fields whose value may be shown. */
  readonly shown: ReadonlySet<string>
  /** Fields that hold something of a person or open something, in any message, under any of their names. */
  readonly personal: ReadonlySet<string>
  /** Every field of every message. */
  readonly described: ReadonlySet<string>
}

/** Sorts the fields of all messages: a name that is personal anywhere is personal everywhere. */
function sortFields(): FieldNames {
  const shown = new Set<string>(['transType', 'code', ...NUMBERS])
  const personal = new Set<string>()
  const described = new Set<string>()
  const walk = (shape: Shape): void => {
    for (const [name, field] of Object.entries(shape)) {
      for (const spelling of [name, ...(field.aliases ?? [])]) {
        described.add(spelling)
        if (field.sensitive !== undefined) personal.add(spelling)
        else if (SHOWN_KINDS.has(field.kind)) shown.add(spelling)
      }
      if (field.shape !== undefined) walk(field.shape)
    }
  }
  for (const { request, response } of Object.values(messages)) {
    walk(request)
    walk(response)
  }
  for (const name of personal) shown.delete(name)
  return { shown, personal, described }
}

export const fieldNames: FieldNames = sortFields()

/** Whether the value of a field may be seen by people at the till. */
export function mayShow(name: string | undefined, value: string): boolean {
  return name !== undefined && fieldNames.shown.has(name) && PLAIN.test(value)
}
