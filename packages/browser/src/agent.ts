import { type OptionNames, requireKnownOptions } from '@nationec/errors'
import { optionError } from './agent-error.ts'
import type { Body, Changed, Credential, Operation, Order, Settlement, Uploaded } from './bodies.ts'
import type { Caller } from './call.ts'
import type { AgentDescription } from './find.ts'
import type { FollowOptions } from './follow.ts'
import type { Pairing } from './pairing.ts'

/** For calls that change nothing. */
export interface CallOptions {
  /** Gives up waiting. Where the terminal waits for a patient, it stops waiting too. */
  readonly signal?: AbortSignal
}

/** For calls that move money. */
export interface MoneyOptions extends CallOptions {
  /**
   * The name of this piece of business: 1 to 128 visible ASCII characters, for example your own order number. Store it
   * before you call. The same key with the same content never acts twice; it tells what became of the first call.
   */
  readonly key: string
}

/** For the list of orders. */
export interface ListOptions extends CallOptions {
  /** Default 50. */
  readonly limit?: number
  /** The `next` of the list before. */
  readonly before?: string
}

/** The agent on this computer. Every method rejects with an `AgentError`. */
export interface Agent {
  readonly address: string
  readonly description: AgentDescription
  /** Whether this page has a token. The agent may have forgotten it: then calls reject with NOT_PAIRED. */
  readonly paired: boolean
  /** Has the agent show six digits; the cashier types them into the page, and the page gives them to `confirm`. */
  pair(): Promise<Pairing>
  /** Ends the pairing on both sides. */
  unpair(): Promise<void>

  /** 电子凭证二维码解码 (`ec.query`). */
  queryCredential(body: Body, options?: CallOptions): Promise<Credential>
  /** 终端扫码解码 (`cn.nhsa.qrcode.get`). */
  scanQrCode(body: Body, options?: CallOptions): Promise<Credential>
  /** 刷脸核身授权 (`cn.nhsa.ec.auth`). */
  authoriseFace(body: Body, options?: CallOptions): Promise<Body>
  /** 核身结果查询 (`cn.nhsa.auth.check`). */
  checkAuthorisation(body: Body, options?: CallOptions): Promise<Credential>
  /** 读取身份证 (`cn.nhsa.cert.get`). */
  readIdCard(body: Body, options?: CallOptions): Promise<Body>
  /** 结算结果通知 (`cn.nhsa.settle.notify`). */
  notifySettlement(body: Body, options?: CallOptions): Promise<Body>
  /** Numbers that no other program makes, for `medOrgOrd`, `appRefdSn` and `outBizNo`. */
  serialNumbers(count: number, options?: CallOptions): Promise<readonly string[]>

  /** 费用上传, clause 4.1. */
  uploadFees(body: Body, options: MoneyOptions): Promise<Uploaded>
  /** 查询订单结算状态, clause 4.2; this is what to do after `delivery: 'unknown'`. */
  querySettlement(body: Body, options?: CallOptions): Promise<Settlement>
  /** 支付下单 (6202). */
  placeOrder(body: Body, options: MoneyOptions): Promise<Changed>
  /** 撤销费用明细上传, clause 4.4. */
  revokeFees(body: Body, options: MoneyOptions): Promise<Changed>
  /** 医保退费, clause 4.5. */
  refund(body: Body, options: MoneyOptions): Promise<Changed>
  /** Any other message. */
  request(body: { readonly transType: string; readonly data: Body }, options: MoneyOptions): Promise<Body>

  /** The agent's own list, newest first; asks no terminal. */
  orders(options?: ListOptions): Promise<{ readonly orders: readonly Order[]; readonly next?: string }>
  /** One order of that list, by payOrdId or medOrgOrd. */
  order(id: string, options?: CallOptions): Promise<Order>
  /** Requests whose outcome is not known yet. */
  openOperations(options?: CallOptions): Promise<readonly Operation[]>
  /** Asks the centre what became of such a request; repeats nothing. */
  resolve(operationId: string, options?: CallOptions): Promise<Body>

  /** Follows events until the returned function is called; comes back by itself after a lost connection. */
  follow(options: FollowOptions): () => void
}

const ORDERS = '/v1/orders'

const CALL: OptionNames<CallOptions> = { signal: true }
const LIST: OptionNames<ListOptions> = { signal: true, limit: true, before: true }
const MONEY: OptionNames<MoneyOptions> = { signal: true, key: true }

/** The typed methods over one caller. */
export function agentMethods(call: Caller) {
  const post =
    <Result>(path: string, known: Readonly<Record<string, true>> = CALL) =>
    async (body: unknown, options: Partial<MoneyOptions> = {}): Promise<Result> => {
      requireKnownOptions(options, known, optionError)
      return call({ method: 'POST', path, body, key: options.key, signal: options.signal }) as Promise<Result>
    }
  const get = async <Result>(
    path: string,
    options: CallOptions = {},
    known: Readonly<Record<string, true>> = CALL,
  ): Promise<Result> => {
    requireKnownOptions(options, known, optionError)
    return call({ method: 'GET', path, signal: options.signal }) as Promise<Result>
  }

  return {
    queryCredential: post<Credential>('/v1/credential/query'),
    scanQrCode: post<Credential>('/v1/credential/scan'),
    authoriseFace: post<Body>('/v1/credential/face'),
    checkAuthorisation: post<Credential>('/v1/credential/face/check'),
    readIdCard: post<Body>('/v1/credential/id-card'),
    notifySettlement: post<Body>('/v1/terminal/notify'),
    serialNumbers: (count, options) =>
      post<{ serialNumbers: string[] }>('/v1/serial-numbers')({ count }, options).then(
        (answer) => answer.serialNumbers,
      ),
    uploadFees: post<Uploaded>(ORDERS, MONEY),
    querySettlement: post<Settlement>(`${ORDERS}/query`),
    placeOrder: post<Changed>(`${ORDERS}/place`, MONEY),
    revokeFees: post<Changed>(`${ORDERS}/revoke`, MONEY),
    refund: post<Changed>(`${ORDERS}/refund`, MONEY),
    request: post<Body>('/v1/request', MONEY),
    orders: (options = {}) => {
      const { limit = 50, before } = options
      return get(
        `${ORDERS}?limit=${limit}${before === undefined ? '' : `&before=${encodeURIComponent(before)}`}`,
        options,
        LIST,
      )
    },
    order: (id, options) => get(`${ORDERS}/${encodeURIComponent(id)}`, options),
    openOperations: (options) =>
      get<{ operations: Operation[] }>('/v1/operations?state=unknown', options).then((answer) => answer.operations),
    resolve: (operationId, options) =>
      post<Body>(`/v1/operations/${encodeURIComponent(operationId)}/resolve`)({}, options),
  } satisfies Partial<Agent>
}
