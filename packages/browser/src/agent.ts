import type { AgentMessages, Body, Changed, Operation, Order, Sale, Settlement } from './bodies.ts'
import type { Caller } from './call.ts'
import type { AgentDescription } from './find.ts'
import type { FollowOptions } from './follow.ts'
import type { CentreMessages } from './generated/messages.ts'
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

/** For refunds. */
export interface RefundOptions extends MoneyOptions {
  /** Over the agent's limit: what {@link Agent.approveRefund} gave. */
  readonly approval?: string
}

/** A number with its PIN, as the person types them; keep neither. */
export interface Credentials {
  readonly number: string
  readonly pin: string
}

/** Who works at this page. */
export interface Session {
  /** Whether a person must sign on before money moves. */
  readonly needed: boolean
  readonly operator: Operator | null
}

export interface Operator {
  readonly number: string
  readonly name: string
  readonly role: 'cashier' | 'supervisor' | 'it'
}

/**
 * The agent on this computer. Every method rejects with an `AgentError`. What the agent fills in may be left out of a body:
 * the institution, numbers of ours, the time of a refund, the `payToken` of an order that it knows.
 */
export interface Agent<Messages extends AgentMessages = CentreMessages> {
  readonly address: string
  readonly description: AgentDescription
  /** Whether this page has a token. The agent may have forgotten it: then calls reject with NOT_PAIRED. */
  readonly paired: boolean
  /** Has the agent show six digits; the cashier types them into the page, and the page gives them to `confirm`. */
  pair(): Promise<Pairing>
  /** Ends the pairing on both sides. */
  unpair(): Promise<void>

  /** Whether people sign on at this agent, and who has at this page. */
  session(options?: CallOptions): Promise<Session>
  /** 操作员签到: before money moves, where `session` says so. */
  signOn(credentials: Credentials): Promise<Session>
  /** 操作员签退. */
  signOff(): Promise<void>

  /** 电子凭证二维码解码 (`ec.query`). */
  queryCredential(
    body: Messages['queryCredential']['body'],
    options?: CallOptions,
  ): Promise<Messages['queryCredential']['answer']>
  /** 终端扫码解码 (`cn.nhsa.qrcode.get`). */
  scanQrCode(body: Messages['scanQrCode']['body'], options?: CallOptions): Promise<Messages['scanQrCode']['answer']>
  /** 刷脸核身授权 (`cn.nhsa.ec.auth`). */
  authoriseFace(
    body: Messages['authoriseFace']['body'],
    options?: CallOptions,
  ): Promise<Messages['authoriseFace']['answer']>
  /** 核身结果查询 (`cn.nhsa.auth.check`). */
  checkAuthorisation(
    body: Messages['checkAuthorisation']['body'],
    options?: CallOptions,
  ): Promise<Messages['checkAuthorisation']['answer']>
  /** 读取身份证 (`cn.nhsa.cert.get`). */
  readIdCard(body: Messages['readIdCard']['body'], options?: CallOptions): Promise<Messages['readIdCard']['answer']>
  /** 结算结果通知 (`cn.nhsa.settle.notify`). */
  notifySettlement(
    body: Messages['notifySettlement']['body'],
    options?: CallOptions,
  ): Promise<Messages['notifySettlement']['answer']>
  /** Numbers that no other program makes, for `medOrgOrd`, `appRefdSn` and `outBizNo`. */
  serialNumbers(count: number, options?: CallOptions): Promise<readonly string[]>

  /** 费用上传, clause 4.1. */
  uploadFees(
    body: Messages['uploadFees']['body'],
    options: MoneyOptions,
  ): Promise<Messages['uploadFees']['answer'] & Changed>
  /** 查询订单结算状态, clause 4.2; this is what to do after `delivery: 'unknown'`. */
  querySettlement(
    body: Messages['querySettlement']['body'],
    options?: CallOptions,
  ): Promise<Settlement<Messages['querySettlement']['answer']>>
  /** 支付下单 (6202). */
  placeOrder(
    body: Messages['placeOrder']['body'],
    options: MoneyOptions,
  ): Promise<Messages['placeOrder']['answer'] & Changed>
  /** 撤销费用明细上传, clause 4.4. */
  revokeFees(
    body: Messages['revokeFees']['body'],
    options: MoneyOptions,
  ): Promise<Messages['revokeFees']['answer'] & Changed>
  /** 医保退费, clause 4.5. */
  refund(body: Messages['refund']['body'], options: RefundOptions): Promise<Messages['refund']['answer'] & Changed>
  /** 第二人核准退费: after `APPROVAL_NEEDED`; for this order and amount, once, for five minutes. */
  approveRefund(
    second: Credentials & { readonly payOrdId: string; readonly amount: string },
  ): Promise<{ readonly approval: string; readonly expiresAt: string }>
  /** Any other message. */
  request(body: { readonly transType: string; readonly data: Body }, options: MoneyOptions): Promise<Body>

  /**
   * Hands a bill to the cashier's console, which reads the person, uploads it and asks for its outcome. The same bill
   * again is the same sale; another bill under its `medOrgOrd` is refused. Where it names a person, no other may pay it.
   */
  handOver(bill: Partial<Messages['uploadFees']['body']>, options?: CallOptions): Promise<Sale>
  /** How far such a bill is, until the cashier has closed it. */
  sale(id: string, options?: CallOptions): Promise<Sale>

  /** The agent's own list, newest first; asks no terminal. */
  orders(
    options?: CallOptions & { readonly limit?: number; readonly after?: string },
  ): Promise<{ readonly orders: readonly Order[]; readonly next?: string }>
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
const SESSION = '/v1/session'

/** The typed methods over one caller. The agent checks what the types promise. */
export function agentMethods<Messages extends AgentMessages>(call: Caller) {
  type Answer<Method extends keyof AgentMessages> = Messages[Method]['answer']
  type Done<Method extends keyof AgentMessages> = Answer<Method> & Changed
  const post =
    <Result>(path: string) =>
    (body: unknown, options: CallOptions & { readonly key?: string } = {}): Promise<Result> =>
      call({ method: 'POST', path, body, key: options.key, signal: options.signal }) as Promise<Result>
  const get = <Result>(path: string, options: CallOptions = {}): Promise<Result> =>
    call({ method: 'GET', path, signal: options.signal }) as Promise<Result>

  return {
    session: (options) => get<Session>(SESSION, options),
    signOn: post<Session>(SESSION),
    signOff: () => call({ method: 'DELETE', path: SESSION }).then(() => undefined),
    queryCredential: post<Answer<'queryCredential'>>('/v1/credential/query'),
    scanQrCode: post<Answer<'scanQrCode'>>('/v1/credential/scan'),
    authoriseFace: post<Answer<'authoriseFace'>>('/v1/credential/face'),
    checkAuthorisation: post<Answer<'checkAuthorisation'>>('/v1/credential/face/check'),
    readIdCard: post<Answer<'readIdCard'>>('/v1/credential/id-card'),
    notifySettlement: post<Answer<'notifySettlement'>>('/v1/terminal/notify'),
    serialNumbers: (count, options) =>
      post<{ serialNumbers: string[] }>('/v1/serial-numbers')({ count }, options).then(
        (answer) => answer.serialNumbers,
      ),
    uploadFees: post<Done<'uploadFees'>>(ORDERS),
    querySettlement: post<Settlement<Answer<'querySettlement'>>>(`${ORDERS}/query`),
    placeOrder: post<Done<'placeOrder'>>(`${ORDERS}/place`),
    revokeFees: post<Done<'revokeFees'>>(`${ORDERS}/revoke`),
    refund(body, options) {
      const query = options.approval ? `?approval=${encodeURIComponent(options.approval)}` : ''
      return post<Done<'refund'>>(`${ORDERS}/refund${query}`)(body, options)
    },
    approveRefund: post<{ approval: string; expiresAt: string }>('/v1/approvals'),
    request: post<Body>('/v1/request'),
    handOver: (bill, options) => post<Sale>('/v1/sales')({ bill }, options),
    sale: (id, options) => get<Sale>(`/v1/sales/${encodeURIComponent(id)}`, options),
    orders: (options = {}) => {
      const { limit = 50, after } = options
      return get(`${ORDERS}?limit=${limit}${after === undefined ? '' : `&after=${encodeURIComponent(after)}`}`, options)
    },
    order: (id, options) => get(`${ORDERS}/${encodeURIComponent(id)}`, options),
    openOperations: (options) =>
      get<{ operations: Operation[] }>('/v1/operations?state=unknown', options).then((answer) => answer.operations),
    resolve: (operationId, options) =>
      post<Body>(`/v1/operations/${encodeURIComponent(operationId)}/resolve`)({}, options),
  } satisfies Partial<Agent<Messages>>
}
