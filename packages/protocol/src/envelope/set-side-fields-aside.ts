import type { Shape } from '../description/field.ts'
import type { Issue } from '../errors/issue.ts'
import type { JsonObject } from '../schema/tolerant-reader.ts'

/**
 * What an order is found, judged and booked by, besides the required fields. `success` is among them because a revoke that
 * does not deny it counts as done.
 */
const KEYS: ReadonlySet<string> = new Set([
  ...['payOrdId', 'medOrgOrd', 'payToken', 'refdSn', 'appRefdSn'],
  ...['ordStas', 'refStatus', 'success'],
  ...['feeSumamt', 'fundPay', 'psnAcctPay', 'ownPayAmt'],
])

/**
 * Lets an answer keep its keys where only a side field cannot be read: that field leaves the body, and its issues stand in
 * `unreadFields` beside the others. Thrown away as a whole, the answer would take the payToken with it.
 *
 * @param path where the body stands, as in the paths of the issues
 * @returns the issues of keys and of required fields, which no answer survives
 */
export function setSideFieldsAside(body: JsonObject, shape: Shape, path: string, issues: readonly Issue[]): Issue[] {
  const names = issues.map((issue) => ({ issue, name: fieldAt(issue.path.slice(path.length), shape) }))
  const grave = names.filter(({ name }) => name === undefined || KEYS.has(name) || shape[name]?.required === true)
  if (grave.length > 0) return grave.map(({ issue }) => issue)
  for (const { name } of names) if (name !== undefined) delete body[name]
  if (issues.length > 0) body['unreadFields'] = issues
  return []
}

/** The field of the shape that a path leads into, under its own spelling. */
function fieldAt(path: string, shape: Shape): string | undefined {
  const [written = ''] = path.split(/[.[]/)
  if (Object.hasOwn(shape, written)) return written
  return Object.keys(shape).find((name) => shape[name]?.aliases?.includes(written))
}
