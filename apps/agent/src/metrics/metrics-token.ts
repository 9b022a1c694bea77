import { readFile } from 'node:fs/promises'
import { agentError } from '../errors/agent-error.ts'

/** The token of the numbers, in its file. @throws `AGENT_CONFIG_INVALID` */
export async function metricsToken(path: string | undefined): Promise<string | undefined> {
  if (path === undefined) return undefined
  const token = await readFile(path, 'utf8').then(
    (text) => text.trim(),
    () => '',
  )
  if (/^[!-~]{16,512}$/.test(token)) return token
  throw agentError('AGENT_CONFIG_INVALID', {
    issues: [{ path: '--metrics-token-file', rule: 'format', text: NO_TOKEN }],
  })
}

const NO_TOKEN = {
  en: 'must name a file with a token: 16 or more letters, digits and signs, in one line',
  zh: '须指向令牌文件：一行，16 个以上的字母、数字或符号',
}
