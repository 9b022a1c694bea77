import type { Answer, Message, Profile, ResponseOf } from '@nationec/protocol'
import type { ParametersOf } from './call/body-types.ts'
import { type Caller, createCaller, type RawRequest } from './call/caller.ts'
import type { CallOptions, ClientOptions, Generation, TextOptions } from './call/options.ts'
import { type AuthoriseFaceParameters, type AuthoriseFaceResult, authoriseFace } from './operations/authorise-face.ts'
import {
  type CheckAuthorisationParameters,
  type CheckAuthorisationResult,
  checkAuthorisation,
} from './operations/check-authorisation.ts'
import {
  type CheckTokenOptions,
  type CheckTokenParameters,
  type CheckTokenResult,
  checkToken,
} from './operations/check-token.ts'
import {
  type NotifySettlementParameters,
  type NotifySettlementResult,
  notifySettlement,
} from './operations/notify-settlement.ts'
import { type PlaceOrderParameters, type PlaceOrderResult, placeOrder } from './operations/place-order.ts'
import {
  type QueryCredentialParameters,
  type QueryCredentialResult,
  queryCredential,
} from './operations/query-credential.ts'
import {
  type QuerySettlementParameters,
  type QuerySettlementResult,
  querySettlement,
} from './operations/query-settlement.ts'
import { type ReadIdCardParameters, type ReadIdCardResult, readIdCard } from './operations/read-id-card.ts'
import { type RefundParameters, type RefundResult, refund } from './operations/refund.ts'
import { type RevokeFeesParameters, type RevokeFeesResult, revokeFees } from './operations/revoke-fees.ts'
import { type ScanQrCodeParameters, type ScanQrCodeResult, scanQrCode } from './operations/scan-qr-code.ts'
import { type UploadFeesParameters, type UploadFeesResult, uploadFees } from './operations/upload-fees.ts'

/** A request of a message that has no method here, checked like the others. */
export interface MessageRequest<M extends Message> {
  readonly message: M
  /** Default: the message's own name. */
  readonly transType?: string
  readonly data: ParametersOf<M>
}

/**
 * The medical-insurance terminal, one method per interface.
 *
 * Every method rejects with an error of nationec and never throws: `OPTION_INVALID` (an option of the call does not
 * exist), `ProtocolError` (the request is wrong, or the answer cannot be read), `TransportError` (the way to the
 * terminal), `BusinessError` (it answered, and refused). Read `delivery` first. Nothing is ever repeated on its own.
 */
export interface Client<Chosen extends Generation = 'centre'> {
  /** The institution's code that every request names. */
  readonly orgId: string
  /** The regional differences that it works under. */
  readonly profile: Profile
  /** 电子凭证二维码解码 (`ec.query`): waits for the patient's code and gives the person and `ecToken`. */
  queryCredential(parameters: QueryCredentialParameters, options?: CallOptions): Promise<QueryCredentialResult>
  /** 终端扫码解码 (`cn.nhsa.qrcode.get`): the same with the terminal's own scanner. */
  scanQrCode(parameters: ScanQrCodeParameters, options?: CallOptions): Promise<ScanQrCodeResult>
  /** 刷脸核身授权 (`cn.nhsa.ec.auth`): checks the patient's face and gives `authNo`. */
  authoriseFace(parameters: AuthoriseFaceParameters, options?: CallOptions): Promise<AuthoriseFaceResult>
  /** 核身结果查询 (`cn.nhsa.auth.check`): exchanges `authNo` for the person. */
  checkAuthorisation(parameters: CheckAuthorisationParameters, options?: CallOptions): Promise<CheckAuthorisationResult>
  /** 读取身份证 (`cn.nhsa.cert.get`): reads the identity card on the terminal. */
  readIdCard(parameters: ReadIdCardParameters, options?: CallOptions): Promise<ReadIdCardResult>
  /** 结算结果通知 (`cn.nhsa.settle.notify`): shows a result on the terminal that it did not settle itself. */
  notifySettlement(parameters: NotifySettlementParameters, options?: CallOptions): Promise<NotifySettlementResult>
  /** 电子凭证令牌校验 (`localEcTokenCheck`): whether an ecToken still holds; at an address of its own. */
  checkToken(parameters: CheckTokenParameters, options: CheckTokenOptions): Promise<CheckTokenResult>
  /** 费用上传 (clause 4.1): uploads a bill and gives `payOrdId` and `payToken`. */
  uploadFees(parameters: UploadFeesParameters<Chosen>, options?: CallOptions): Promise<UploadFeesResult<Chosen>>
  /** 支付下单 (6202): settles an uploaded bill where the patient does not pay at the terminal. */
  placeOrder(parameters: PlaceOrderParameters, options?: CallOptions): Promise<PlaceOrderResult>
  /** 查询订单结算状态 (clause 4.2): the state of an order. Safe to repeat; the only right step after `unknown`. */
  querySettlement(
    parameters: QuerySettlementParameters<Chosen>,
    options?: CallOptions,
  ): Promise<QuerySettlementResult<Chosen>>
  /** 撤销费用明细上传 (clause 4.4): withdraws a bill that is not settled; an answer may hold `success` `false`. Query after it. */
  revokeFees(parameters: RevokeFeesParameters<Chosen>, options?: CallOptions): Promise<RevokeFeesResult<Chosen>>
  /** 医保退费 (clause 4.5): gives money of a settled order back, in whole or in part. */
  refund(parameters: RefundParameters<Chosen>, options?: CallOptions): Promise<RefundResult<Chosen>>
  /** Any message of `@nationec/protocol`, checked and typed. */
  request<M extends Message>(request: MessageRequest<M>, options?: CallOptions): Promise<ResponseOf<M>>
  /** Anything else: only the header, the lengths and the return code are checked. */
  request(request: RawRequest, options?: CallOptions): Promise<Answer>
  /**
   * Sends a text as it is and gives the text of the answer as it came, in turn with every other call.
   *
   * For programs that have made the whole request themselves, such as an old page that calls `NationEcTrans(url, json)`.
   * Neither text is checked, so an answer with a return code other than 0 is returned and not thrown.
   *
   * @throws `TransportError` only; `REQUEST_NOT_TEXT` for something that is no text
   *
   * @example
   * ```ts
   * import { createClient } from '@nationec/client'
   * import { mockTransport } from '@nationec/transport-mock'
   *
   * const transport = mockTransport((text) => `{"code":0,"data":${text.length}}`)
   * await using client = createClient({ orgId: 'H33010200001', transport })
   * console.log(await client.exchangeText('{"transType":"ec.query"}')) // {"code":0,"data":24}
   * ```
   */
  exchangeText(text: string, options?: TextOptions): Promise<string>
  /** 流水号 (clause 2.2.3): a number that no other call, process or till makes; for `medOrgOrd`, `appRefdSn`, `outBizNo`. */
  serialNumber(): string
  /** Ends the client and releases the terminal. May be called again. */
  close(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

/**
 * Makes a client of the terminal.
 *
 * Nothing opens before the first call, calls take turns, and after `close` every call rejects with `CLOSED`.
 *
 * @throws `OPTION_INVALID` with the name of an option that does not exist or that has a wrong value
 *
 * @example
 * ```ts
 * import { createClient } from '@nationec/client'
 * import { createSimulator } from '@nationec/simulator'
 * import { mockTransport } from '@nationec/transport-mock'
 *
 * const simulator = createSimulator({ seed: 7 })
 * await using client = createClient({ orgId: 'H33010200001', transport: mockTransport(simulator.handle) })
 *
 * const person = await client.queryCredential({
 *   businessType: '01301',
 *   operatorId: '007',
 *   operatorName: '收费员',
 *   officeId: '03',
 *   officeName: '内科',
 * })
 * console.log(person.insuOrg)
 * ```
 */
export function createClient<Chosen extends Generation = 'centre'>(options: ClientOptions<Chosen>): Client<Chosen> {
  const caller = createCaller(options)
  return {
    orgId: caller.orgId,
    profile: caller.profile,
    queryCredential: (parameters, callOptions) => queryCredential(caller, parameters, callOptions),
    scanQrCode: (parameters, callOptions) => scanQrCode(caller, parameters, callOptions),
    authoriseFace: (parameters, callOptions) => authoriseFace(caller, parameters, callOptions),
    checkAuthorisation: (parameters, callOptions) => checkAuthorisation(caller, parameters, callOptions),
    readIdCard: (parameters, callOptions) => readIdCard(caller, parameters, callOptions),
    notifySettlement: (parameters, callOptions) => notifySettlement(caller, parameters, callOptions),
    checkToken: (parameters, callOptions) => checkToken(caller, parameters, callOptions),
    uploadFees: (parameters, callOptions) => uploadFees<Chosen>(caller, parameters, callOptions),
    placeOrder: (parameters, callOptions) => placeOrder(caller, parameters, callOptions),
    querySettlement: (parameters, callOptions) => querySettlement<Chosen>(caller, parameters, callOptions),
    revokeFees: (parameters, callOptions) => revokeFees<Chosen>(caller, parameters, callOptions),
    refund: (parameters, callOptions) => refund<Chosen>(caller, parameters, callOptions),
    request: requestWith(caller),
    exchangeText: (text, textOptions = {}) => caller.exchangeText(text, textOptions),
    serialNumber: caller.serialNumber,
    close: () => caller.close(),
    [Symbol.asyncDispose]: () => caller.close(),
  }
}

function requestWith(caller: Caller): Client['request'] {
  async function request(asked: MessageRequest<Message> | RawRequest, options: CallOptions = {}): Promise<unknown> {
    if (!isMessageRequest(asked)) return caller.callRaw(asked, options)
    const { message, transType = message.name, data } = asked
    return caller.call(message, transType, data, options)
  }
  return request as Client['request']
}

/** A caller without types may pass anything; what is no message is refused like any other wrong request. */
function isMessageRequest(asked: MessageRequest<Message> | RawRequest): asked is MessageRequest<Message> {
  return typeof asked === 'object' && asked !== null && 'message' in asked && asked.message !== undefined
}
