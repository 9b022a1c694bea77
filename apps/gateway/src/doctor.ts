import type { BilingualText } from '@nationec/errors'
import type { NatsConnection } from '@nats-io/transport-node'
import type pg from 'pg'
import { openLeaseBook } from './leases/lease-book.ts'

/** One thing that was looked at. */
export interface Finding {
  readonly ok: boolean
  readonly text: BilingualText
}

/** What is looked at. The pool is ended. */
export interface Examined {
  readonly dial: () => Promise<NatsConnection>
  readonly pool: pg.Pool
  readonly scope: string
}

/** A message of the specification's size, with headers, fits this. */
const LEAST_PAYLOAD = 950_000

/** Looks whether a gateway could work: the server, the database, and which tills are there. Changes nothing of the ledger. */
export async function examine({ dial, pool, scope }: Examined): Promise<readonly Finding[]> {
  try {
    return [...(await examineServer(dial)), ...(await examineDatabase(pool, scope))]
  } finally {
    await pool.end()
  }
}

async function examineServer(dial: () => Promise<NatsConnection>): Promise<readonly Finding[]> {
  try {
    const connection = await dial()
    const most = connection.info?.max_payload ?? 0
    await connection.close()
    return [
      { ok: true, text: { en: 'The NATS server answers.', zh: 'NATS 服务器正常。' } },
      {
        ok: most >= LEAST_PAYLOAD,
        text: { en: `It carries ${most} bytes: max_payload.`, zh: `单条消息上限 ${most} 字节（max_payload）。` },
      },
    ]
  } catch {
    return [
      {
        ok: false,
        text: { en: 'The NATS server does not answer, or refuses this user.', zh: 'NATS 服务器无应答或拒绝登录。' },
      },
    ]
  }
}

async function examineDatabase(pool: pg.Pool, scope: string): Promise<readonly Finding[]> {
  try {
    const leases = await (await openLeaseBook(pool, scope)).all()
    const live = leases.filter(({ live: isLive }) => isLive).map(({ till }) => till)
    return [
      { ok: true, text: { en: 'The database answers.', zh: '数据库正常。' } },
      {
        ok: true,
        text: {
          en: `Tills that are there: ${live.join(', ') || 'none'}; ${leases.length} have been.`,
          zh: `在线收款台：${live.join('、') || '无'}；曾接入 ${leases.length} 台。`,
        },
      },
    ]
  } catch {
    return [
      {
        ok: false,
        text: { en: 'The database does not answer, or refuses this user.', zh: '数据库无应答或拒绝登录。' },
      },
    ]
  }
}
