import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { type Checker, found, ok, skipped } from './check.ts'
import { queryRegistry } from './windows-registry.ts'

/** The narrow policy from version 146 on, and the wide one of versions 139 to 145. */
const POLICIES = ['LoopbackNetworkAllowedForUrls', 'LocalNetworkAccessAllowedForUrls']
const FOLDERS = ['/etc/opt/chrome/policies/managed', '/etc/chromium/policies/managed', '/etc/opt/edge/policies/managed']
const KEYS = ['HKLM\\SOFTWARE\\Policies\\Google\\Chrome', 'HKLM\\SOFTWARE\\Policies\\Microsoft\\Edge']

/** Whether managed browsers let pages reach the agent without asking the cashier. */
export const checkBrowserPolicy: Checker = async () => {
  const id = 'browser.policy'
  const { platform } = process
  if (platform !== 'win32' && platform !== 'linux') {
    return [skipped(id, 'Known for Windows and Linux only.', '仅检查 Windows 与 Linux。')]
  }
  const places = platform === 'win32' ? await inRegistry() : await inFolders()
  if (places.length > 0) return [ok(id, `Set in ${places.join(', ')}.`, `已设置：${places.join('、')}。`)]
  const why = {
    en: 'Pages ask the cashier before they reach the local agent, and pages over plain http fail: no policy is set.',
    zh: '未设置浏览器策略：网页访问本地代理前会询问收费员，http 页面将直接失败。',
  }
  return [
    found('warning', id, why, {
      en: 'If pages use the agent, set the policy that its page /docs/browser-policy shows.',
      zh: '若网页需使用本地代理，请按其 /docs/browser-policy 页面设置策略。',
    }),
  ]
}

async function inRegistry(): Promise<string[]> {
  const keys = KEYS.flatMap((key) => POLICIES.map((policy) => `${key}\\${policy}`))
  const values = await Promise.all(keys.map(queryRegistry))
  return keys.filter((_, index) => (values[index]?.length ?? 0) > 0)
}

async function inFolders(): Promise<string[]> {
  const found: string[] = []
  for (const folder of FOLDERS) {
    const names = await readdir(folder).catch(() => [])
    for (const name of names.filter((one) => one.endsWith('.json'))) {
      const text = await readFile(join(folder, name), 'utf8').catch(() => '')
      if (POLICIES.some((policy) => text.includes(policy))) found.push(join(folder, name))
    }
  }
  return found
}
