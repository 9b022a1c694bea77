import { AgentError, localError } from './agent-error.ts'
import { takeAnswer } from './call.ts'

/**
 * Sends one request and blocks the page until the answer comes, with what Internet Explorer 10 has. It sends once.
 *
 * @throws AgentError `BROWSER_TOO_OLD` (not-sent) where the browser does not let the page ask another origin
 */
export function sendNow(url: string, body: unknown, token: string | null): string {
  const request = prepared(url, token)
  if (request === undefined) throw browserTooOld()
  try {
    request.send(JSON.stringify(body))
  } catch (cause) {
    throw localError('CONNECTION_LOST', 'unknown', { cause })
  }
  return takeAnswer(request.status, request.responseText)
}

/** An open request; before document mode 10 a page asks its own origin only, and a zone may forbid it later too. */
function prepared(url: string, token: string | null): XMLHttpRequest | undefined {
  try {
    const request = new XMLHttpRequest()
    if (!('withCredentials' in request)) return undefined
    request.open('POST', url, false)
    request.setRequestHeader('Content-Type', 'application/json')
    if (token !== null) request.setRequestHeader('Authorization', `Bearer ${token}`)
    return request
  } catch {
    return undefined
  }
}

/** Only the script for old pages can meet such a browser. */
export function browserTooOld(): AgentError {
  return new AgentError({
    code: 'BROWSER_TOO_OLD',
    delivery: 'not-sent',
    summary: {
      zh: '当前浏览器（或 IE 文档模式）不能向代理程序发送请求，请求未发出。',
      en: 'This browser, or its document mode, cannot send requests to the agent; nothing was sent.',
    },
    advice: {
      zh: '请使用 Edge 或 Chrome；IE 模式须为文档模式 10 或 11，并在该网站所属区域启用“通过域访问数据源”。',
      en: 'Use Edge or Chrome; in IE mode document mode 10 or 11, with "Access data sources across domains" enabled for the zone of this site.',
    },
  })
}
