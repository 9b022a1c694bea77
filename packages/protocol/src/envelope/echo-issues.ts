import type { Field } from '../description/field.ts'
import type { Message } from '../description/message.ts'
import type { Issue } from '../errors/issue.ts'
import { isYuan, yuan } from '../money/yuan.ts'
import type { Profile } from '../profile/profile.ts'
import { isAbsent, type JsonObject } from '../schema/tolerant-reader.ts'

/** What an answer is held against. */
export interface Asked {
  readonly message: Message
  readonly request: Readonly<Record<string, unknown>>
  readonly profile: Profile
}

/**
 * Every number and amount of an answer that differs from the request's: such an answer belongs to another request.
 *
 * Public material shows few of these fields in answers, so one that is missing proves nothing, unless the profile says that
 * the region repeats it. A field counts in any case of its letters, and an amount in any way of writing it.
 */
export function echoIssues({ message, request, profile }: Asked, body: JsonObject): Issue[] {
  const repeated = profile.messages[message.name]?.repeatedInAnswer ?? []
  return (message.echoes ?? []).flatMap((name) => {
    const [asked, field] = [request[name], message.request[name]]
    if (isAbsent(asked) || field === undefined) return []
    const given = Object.keys(body).filter((key) => key.toLowerCase() === name.toLowerCase() && !isAbsent(body[key]))
    if (given.length === 0 && repeated.includes(name)) return [issue(`data.${name}`, missing(field))]
    return given.filter((key) => !isSame(asked, body[key], field)).map((key) => issue(`data.${key}`, foreign(field)))
  })
}

function isSame(asked: unknown, answered: unknown, { kind }: Field): boolean {
  const [left, right] = [String(asked), String(answered)]
  return kind === 'money' && isYuan(left) && isYuan(right) ? yuan(left) === yuan(right) : left === right
}

function issue(path: string, text: Issue['text']): Issue {
  return { path, rule: 'echo', text }
}

function foreign({ title }: Field): Issue['text'] {
  return {
    en: 'belongs to another request than the one asked',
    zh: `${title}与请求不一致，可能是其他请求的返回`,
  }
}

function missing({ title }: Field): Issue['text'] {
  return {
    en: 'is missing, so nothing shows which request this answers (`repeatedInAnswer` of the profile)',
    zh: `缺少${title}，无法确认是哪个请求的返回（profile 的 repeatedInAnswer）`,
  }
}
