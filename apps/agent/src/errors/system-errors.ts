import type { ErrorCatalogue } from '@nationec/errors'

/** What can be wrong with the machine or the settings of the agent. */
export const systemErrors = {
  AGENT_CONFIG_INVALID: {
    layer: 'client',
    delivery: 'not-sent',
    summary: { en: 'A setting of the agent is wrong.', zh: '代理程序的配置有误。' },
    advice: { en: 'Correct the settings named above; nothing was started.', zh: '请改正上述设置；程序未启动。' },
  },
  AGENT_PORT_BUSY: {
    layer: 'host',
    delivery: 'not-sent',
    summary: { en: 'Every port that the agent may use is taken.', zh: '代理程序可用的端口均被占用。' },
    advice: {
      en: 'Perhaps an agent runs already: look at http://127.0.0.1:33910/livez. Otherwise choose another with --port.',
      zh: '可能已有代理程序在运行，请查看 http://127.0.0.1:33910/livez；否则请用 --port 指定其他端口。',
    },
  },
  AGENT_PORT_REFUSED: {
    layer: 'host',
    delivery: 'not-sent',
    summary: { en: 'The system does not let the agent listen at this address.', zh: '系统不允许在该地址监听。' },
    advice: { en: 'Choose a port from 1024 to 65535.', zh: '请指定 1024 至 65535 之间的端口。' },
  },
  AGENT_LOG_UNWRITABLE: {
    layer: 'host',
    delivery: 'not-sent',
    summary: { en: 'The file of the log cannot be written.', zh: '日志文件无法写入。' },
    advice: {
      en: 'Name a file in a folder that this user may write with --log-file; nothing was started.',
      zh: '请用 --log-file 指定当前用户可写文件夹中的文件；程序未启动。',
    },
  },
  AGENT_BUNDLE_UNWRITTEN: {
    layer: 'host',
    delivery: 'not-sent',
    summary: { en: 'The bundle could not be written.', zh: '支持信息包无法写入。' },
    advice: {
      en: 'Name a new file in a folder that this user may write: nationec-agent bundle --out FILE.',
      zh: '请指定当前用户可写文件夹中的新文件：nationec-agent bundle --out 文件。',
    },
  },
  WEBHOOK_FAILING: {
    layer: 'host',
    delivery: 'not-sent',
    summary: { en: 'A server of the setting webhooks takes nothing.', zh: '设置 webhooks 中的服务器未接收通知。' },
    advice: {
      en: 'Look at its address, its secret and its log. It is tried again by itself; events wait in the ledger for three days.',
      zh: '请检查其地址、密钥与日志。程序会自动重试；事件在账本中等待三天。',
    },
  },
  AGENT_STOPPING: {
    layer: 'host',
    delivery: 'not-sent',
    summary: { en: 'The agent is stopping and takes no new work.', zh: '代理程序正在停止，不再受理新的请求。' },
    advice: { en: 'Send it again when the agent runs again.', zh: '请在代理程序重新运行后再发送。' },
  },
  AGENT_FAILED: {
    layer: 'host',
    delivery: 'unknown',
    summary: { en: 'The agent failed.', zh: '代理程序内部错误。' },
    advice: {
      en: 'Query the order before anything else; the log of the agent has the request under the id given here.',
      zh: '请先查询订单；可按此处的请求编号在代理程序日志中查找原因。',
    },
  },
} as const satisfies ErrorCatalogue
