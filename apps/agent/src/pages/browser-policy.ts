import { pageOf } from './static-files.ts'

const KEYS = [
  { browser: 'Chrome', path: 'SOFTWARE\\Policies\\Google\\Chrome' },
  { browser: 'Edge', path: 'SOFTWARE\\Policies\\Microsoft\\Edge' },
] as const

/** From version 146 the narrow policy; the wide one is what versions 139 to 145 know. */
const POLICIES = ['LoopbackNetworkAllowedForUrls', 'LocalNetworkAccessAllowedForUrls'] as const

/** A registry file that lets the listed pages reach this machine without asking the cashier. */
export function policyRegistryFile(origins: readonly string[]): string {
  const lines = ['Windows Registry Editor Version 5.00', '']
  for (const { path } of KEYS) {
    for (const policy of POLICIES) {
      lines.push(`[HKEY_LOCAL_MACHINE\\${path}\\${policy}]`)
      lines.push(...origins.map((origin, index) => `"${index + 1}"="${origin}"`), '')
    }
  }
  return lines.join('\r\n')
}

/** The same for browsers that read managed policies from a JSON file (Linux). */
function policyJson(origins: readonly string[]): string {
  return JSON.stringify(Object.fromEntries(POLICIES.map((name) => [name, origins])), null, 2)
}

/** What the people who run the cashiers' browsers need to know. */
export function browserPolicyPage(listed: readonly string[]): Response {
  const origins = listed.length > 0 ? listed : ['https://his.example']
  return pageOf(`<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>浏览器策略 Browser policy</title><meta name="viewport" content="width=device-width"></head>
<body>
<h1>浏览器策略 Browser policy</h1>
<p>Chrome 与 Edge 自 142 版起，网页访问本机地址前须由用户许可；仅安全来源（https）会弹出许可提示，http 页面直接失败。
受管理的浏览器可用以下策略免去提示。146 版起使用 LoopbackNetworkAllowedForUrls，此前使用 LocalNetworkAccessAllowedForUrls。</p>
<p>From version 142 on, Chrome and Edge ask the user before a page may reach this machine. They ask on secure pages (https) only;
a page over plain http fails without a word. In a managed browser these policies answer for the user:
LoopbackNetworkAllowedForUrls from version 146, LocalNetworkAccessAllowedForUrls before.</p>
<h2>Windows (.reg)</h2>
<pre>${escaped(policyRegistryFile(origins))}</pre>
<p><a href="browser-policy.reg">nationec-agent.reg</a></p>
<h2>Linux (/etc/opt/chrome/policies/managed/nationec-agent.json)</h2>
<pre>${escaped(policyJson(origins))}</pre>
<p>核对 Check: <code>chrome://policy</code>, <code>edge://policy</code></p>
</body>
</html>
`)
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
