/** One sentence in both languages. */
export interface BilingualText {
  readonly zh: string
  readonly en: string
}

/** What became of the request: read it before anything else when money moves. */
export type Delivery = 'not-sent' | 'unknown' | 'answered'

interface Entry {
  readonly summary: BilingualText
  readonly advice: BilingualText
}

/** What the SDK itself has to say. Errors of the agent bring their own texts. */
export const texts = {
  AGENT_NOT_RUNNING: {
    summary: { zh: '本机没有找到医保代理程序。', en: 'No agent answers on this computer.' },
    advice: {
      zh: '请在这台收费电脑上启动代理程序；如果改过端口，请把地址写进 addresses；如果浏览器询问过“本地网络访问”，请选择允许后刷新。',
      en: 'Start the agent on this computer; if its port was changed, name the address in addresses; if the browser asked for local network access, allow it and reload.',
    },
  },
  ORIGIN_NOT_ALLOWED: {
    summary: {
      zh: '代理程序在运行，但不允许当前网页的来源访问。',
      en: 'The agent runs and does not serve the origin of this page.',
    },
    advice: {
      zh: '请管理员把本页面的来源（协议、主机和端口）加入代理程序配置 origins，再重启代理程序。',
      en: "Have this page's origin (scheme, host and port) added to the agent's setting origins, then restart the agent.",
    },
  },
  PERMISSION_REFUSED: {
    summary: {
      zh: '浏览器已禁止本页面访问本机程序。',
      en: 'The browser forbids this page to reach programs on this computer.',
    },
    advice: {
      zh: '点击地址栏左侧的图标，把“本地网络访问”改为允许，然后刷新；统一管理的浏览器请下发代理程序文档中的策略。',
      en: "Click the icon left of the address, allow local network access and reload; for managed browsers, roll out the policy in the agent's documents.",
    },
  },
  INSECURE_PAGE: {
    summary: {
      zh: '本机没有应答。当前网页不是 HTTPS，来自外网时浏览器会直接拦截对本机程序的访问。',
      en: 'Nothing answers on this computer. This page is not served over HTTPS: from outside the local network the browser blocks it without asking.',
    },
    advice: {
      zh: '请先确认代理程序已启动；若已启动，请改用 HTTPS 打开本页面，或者下发代理程序文档中的浏览器策略。',
      en: "Check first that the agent runs; if it does, serve the page over HTTPS, or roll out the browser policy in the agent's documents.",
    },
  },
  FRAME_NOT_ALLOWED: {
    summary: {
      zh: '本机没有应答。当前网页嵌在其他网页的框架中，该框架未获准访问本机程序。',
      en: 'Nothing answers on this computer. This page is in a frame of another page, and the frame may not reach local programs.',
    },
    advice: {
      zh: '请先确认代理程序已启动；若已启动，请外层网页在 iframe 上写明 allow="loopback-network; local-network-access"，多层嵌套时每层都要写。',
      en: 'Check first that the agent runs; if it does, have the outer page write allow="loopback-network; local-network-access" on the iframe, on each where they are nested.',
    },
  },
  CONNECTION_LOST: {
    summary: {
      zh: '与代理程序的连接在应答到达之前中断。',
      en: 'The connection to the agent ended before the answer came.',
    },
    advice: {
      zh: '请求可能已经执行。请使用同一个 key 重新提交：代理程序只会返回结果，不会重复执行。',
      en: 'The request may have been carried out. Ask again with the same key: the agent tells the result and repeats nothing.',
    },
  },
  GIVEN_UP: {
    summary: { zh: '网页放弃了等待。', en: 'The page gave up waiting.' },
    advice: {
      zh: '请求可能已经执行。请使用同一个 key 重新提交（不会重复执行），或者查询订单。',
      en: 'The request may have been carried out. Ask again with the same key, or query the order.',
    },
  },
  NOT_PAIRED: {
    summary: {
      zh: '本页面还没有与代理程序配对，或者配对已失效。',
      en: 'This page is not paired with the agent, or the pairing has ended.',
    },
    advice: {
      zh: '调用 pair()，让收费员输入代理程序窗口中显示的六位数字。',
      en: "Call pair() and let the cashier type the six digits that the agent's window shows.",
    },
  },
  KEY_WRONG: {
    summary: {
      zh: 'key 不符合要求：1 到 128 个可见 ASCII 字符。',
      en: 'The key is not 1 to 128 visible ASCII characters.',
    },
    advice: {
      zh: '为每笔业务生成一个 key（例如自己的订单号），先保存，再调用。',
      en: 'Make one key for each piece of business (your own order number will do), store it, then call.',
    },
  },
  ANSWER_UNREADABLE: {
    summary: { zh: '应答不是代理程序的格式。', en: 'The answer is not in the form of the agent.' },
    advice: {
      zh: '请确认该端口上运行的是 nationec 代理程序；涉及资金的请求请使用同一个 key 重新提交（不会重复执行）。',
      en: 'Check that the nationec agent owns this port; where money is concerned ask again with the same key.',
    },
  },
} as const satisfies Record<string, Entry>

/** A code of the SDK's own. */
export type LocalCode = keyof typeof texts
