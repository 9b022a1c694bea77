import type { Field } from '../description/field.ts'
import type { Message } from '../description/message.ts'
import type { Issue } from '../errors/issue.ts'
import { isYuan, yuan } from '../money/yuan.ts'
import { isAbsent, type JsonObject } from '../schema/tolerant-reader.ts'

/**
 * Every number and amount of an answer that differs from the request's: such an answer belongs to another request.
 *
 * Public material shows few of these fields in answers, so one that is missing proves nothing. A field counts in any case
 * of its letters, and an amount in any way of writing it.
 */
export function echoIssues(message: Message, request: Readonly<Record<string, unknown>>, body: JsonObject): Issue[] {
  return (message.echoes ?? []).flatMap((name) => {
    const [asked, field] = [request[name], message.request[name]]
    if (isAbsent(asked) || field === undefined) return []
    return Object.keys(body)
      .filter((given) => given.toLowerCase() === name.toLowerCase())
      .filter((given) => !isAbsent(body[given]) && !isSame(asked, body[given], field))
      .map((given) => foreign(`data.${given}`, field))
  })
}

function isSame(asked: unknown, answered: unknown, { kind }: Field): boolean {
  const [left, right] = [String(asked), String(answered)]
  return kind === 'money' && isYuan(left) && isYuan(right) ? yuan(left) === yuan(right) : left === right
}

function foreign(path: string, { title }: Field): Issue {
  return {
    path,
    rule: 'echo',
    text: {
      en: 'belongs to another request than the one asked',
      zh: `${title}与请求不一致，可能是其他请求的返回`,
    },
  }
}
