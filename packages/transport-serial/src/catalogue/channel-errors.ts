import type { ErrorCatalogue } from '@nationec/errors'

/** What keeps a secure channel from being made. Nothing is sent before there is one. */
export const channelErrors = {
  TERMINAL_SILENT: {
    layer: 'transport',
    delivery: 'not-sent',
    summary: { en: 'No answer comes on the line.', zh: '线路上无应答。' },
    advice: {
      en: 'Check the cable, the power of the terminal, the port and its baud rate; nothing was sent.',
      zh: '请检查连线、终端电源、端口及波特率；请求未发出。',
    },
  },
  TERMINAL_NOT_PROVED: {
    layer: 'transport',
    delivery: 'not-sent',
    summary: {
      en: 'The other side could not prove that it is the pinned terminal.',
      zh: '对端无法证明其为预置的终端。',
    },
    advice: {
      en: 'Compare the keys of both sides; if they are right, something on the line changes what passes, so stop and look.',
      zh: '请核对双方密钥；若密钥无误，则线路上可能存在篡改，请停止使用并排查。',
    },
  },
  TERMINAL_REFUSED: {
    layer: 'transport',
    delivery: 'not-sent',
    summary: { en: 'The terminal refused the secure channel.', zh: '终端拒绝建立安全通道。' },
    advice: {
      en: 'The terminal must have the link key of this institution pinned, and the same edition of the link; nothing was sent.',
      zh: '终端须预置本机构的链路公钥，且双方链路版本一致；请求未发出。',
    },
  },
  LINK_INCOMPATIBLE: {
    layer: 'transport',
    delivery: 'not-sent',
    summary: { en: 'The other side speaks another edition of the link.', zh: '对端使用的链路版本不同。' },
    advice: {
      en: 'Install matching editions on both sides; nothing was sent.',
      zh: '请在双方安装匹配的版本；请求未发出。',
    },
  },
  LINE_ECHOES: {
    layer: 'transport',
    delivery: 'not-sent',
    summary: { en: 'The line gives back what is written to it.', zh: '线路回送了本机写出的数据。' },
    advice: {
      en: 'Take out the loop-back plug, or switch the echo of the port off; nothing was sent.',
      zh: '请取下回环插头，或关闭端口回显；请求未发出。',
    },
  },
} as const satisfies ErrorCatalogue
