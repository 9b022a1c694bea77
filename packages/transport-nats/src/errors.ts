import type { ErrorCatalogue } from '@nationec/errors'
import { TransportError, type TransportErrorOptions } from '@nationec/transport'

/** The codes that this transport adds to those of every transport. */
export const natsErrors = {
  TILL_OFFLINE: {
    layer: 'host',
    delivery: 'not-sent',
    summary: { en: 'No agent of this till is connected.', zh: '该收款台没有在线的代理。' },
    advice: {
      en: 'Start the agent of the till or check its network; the request never left.',
      zh: '请启动该收款台的代理或检查其网络；请求未发出。',
    },
  },
  TILL_SESSION_GONE: {
    layer: 'host',
    delivery: 'not-sent',
    summary: { en: 'The agent of this till has been restarted or replaced.', zh: '该收款台的代理已重启或被替换。' },
    advice: {
      en: 'Send the request again over a new connection; this one was not carried out.',
      zh: '请通过新连接重新发送；本次请求未执行。',
    },
  },
  TILL_TOO_LATE: {
    layer: 'host',
    delivery: 'not-sent',
    summary: {
      en: 'The request reached the till when it was no longer wanted, and will never be carried out.',
      zh: '请求到达收款台时发起方已不再等待，未执行，以后也不会执行。',
    },
    advice: {
      en: 'Send a new request if the payment is still wanted.',
      zh: '如仍需收款，请重新发起。',
    },
  },
  TILL_MEMORY_FAILED: {
    layer: 'host',
    delivery: 'not-sent',
    summary: {
      en: 'The till could not store the request before carrying it out, so it did not.',
      zh: '收款台无法在执行前保存请求，因此未执行。',
    },
    advice: {
      en: 'Check the disk of the till; the terminal was not reached.',
      zh: '请检查该收款台的磁盘；请求未到达终端。',
    },
  },
  FLEET_LINK_DOWN: {
    layer: 'transport',
    delivery: 'not-sent',
    summary: { en: 'This process has no link to the NATS server.', zh: '本进程与 NATS 服务器的连接已断开。' },
    advice: {
      en: 'Check the NATS server and the network; the request never left.',
      zh: '请检查 NATS 服务器与网络；请求未发出。',
    },
  },
  FLEET_FORBIDDEN: {
    layer: 'transport',
    delivery: 'not-sent',
    summary: { en: 'The NATS server refused it for lack of a permission.', zh: 'NATS 服务器因权限不足而拒绝。' },
    advice: {
      en: 'Give this user the permissions of tillPermissions or centrePermissions; nothing was carried out.',
      zh: '请为该用户配置 tillPermissions 或 centrePermissions 中的权限；请求未执行。',
    },
  },
} as const satisfies ErrorCatalogue

/** The codes of {@link natsErrors}. */
export type NatsErrorCode = keyof typeof natsErrors

export function natsError(
  code: NatsErrorCode,
  options: Omit<TransportErrorOptions, 'delivery'> = {},
): TransportError<NatsErrorCode> {
  return new TransportError({ ...options, transport: 'nats', code, entry: natsErrors[code] })
}
