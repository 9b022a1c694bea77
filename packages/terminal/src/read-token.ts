import type { Issue } from '@nationec/protocol'
import { readText } from './files/read-text.ts'

const TOKEN = /^[A-Za-z0-9_-]{20,200}$/

/**
 * The token of an agent in the file that `nationec agent pair` made, and what is wrong with it.
 *
 * @example
 * ```ts
 * import { readToken } from '@nationec/terminal'
 *
 * const { issues } = await readToken('no-such-file')
 * console.log(issues[0]?.path) // agentTokenFile
 * ```
 */
export async function readToken(
  path: string | undefined,
): Promise<{ readonly token: string; readonly issues: readonly Issue[] }> {
  const text = path === undefined ? undefined : await readText(path)
  if (text === undefined) return { token: '', issues: [{ path: 'agentTokenFile', rule: 'format', text: NOT_THERE }] }
  const token = text.trim()
  return TOKEN.test(token)
    ? { token, issues: [] }
    : { token: '', issues: [{ path: 'agentTokenFile', rule: 'format', text: NO_TOKEN }] }
}

const NOT_THERE = {
  en: 'must name a file that can be read; nationec agent pair makes it',
  zh: '须指向可读取的文件；可用 nationec agent pair 生成',
}
const NO_TOKEN = {
  en: 'holds no token; nationec agent pair makes one',
  zh: '其中没有令牌；可用 nationec agent pair 生成',
}
