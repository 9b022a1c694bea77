import {
  createSerialNumbers,
  feeRevoke,
  feeUpload,
  formatWireTime,
  orderState,
  placeOrder,
  refundOrder,
  settlementQuery,
  type WireAmounts,
} from '@nationec/protocol'
import { createCall } from './call.ts'
import type { CentreClient, CentreSettlement } from './centre-client.ts'
import type { CentreClientOptions } from './options.ts'
import { readOptions } from './read-options.ts'

/**
 * Makes a client of the payment centre (医保移动支付中心): signed and encrypted HTTP, typed bodies, judged answers.
 *
 * Each call opens a connection of its own and sends its request once. Calls do not wait for each other. There is nothing
 * to close.
 *
 * @throws `CENTRE_OPTION_INVALID` for an option that does not exist or does not fit
 *
 * @example not run: needs a payment centre
 * ```ts
 * import { createCentreClient, createCentreCredentials } from '@nationec/payment-centre'
 *
 * const client = createCentreClient({
 *   baseUrl: 'https://centre.example',
 *   orgCodg: 'H33010200001',
 *   credentials: createCentreCredentials({
 *     appId: process.env['CENTRE_APP_ID'] ?? '',
 *     appSecret: process.env['CENTRE_APP_SECRET'] ?? '',
 *     privateKey: process.env['CENTRE_PRIVATE_KEY'] ?? '',
 *     platformPublicKey: process.env['CENTRE_PUBLIC_KEY'] ?? '',
 *   }),
 * })
 * const order = await client.querySettlement({ medOrgOrd: '20261123101500A1B2C3H33010200001' })
 * console.log(order.status)
 * ```
 */
export function createCentreClient(options: CentreClientOptions): CentreClient {
  const settings = readOptions(options)
  const { clock, profile } = settings
  const { orgCodg, random } = options
  const serialNumber = createSerialNumbers({ orgId: orgCodg, now: clock, ...(random === undefined ? {} : { random }) })
  const call = createCall(settings)

  function settlementOf<Body extends OrderBody>(body: Body): CentreSettlement<Body> {
    return { ...orderState(body, profile.messages), body }
  }

  return {
    serialNumber,
    uploadFees: async (parameters, callOptions = {}) =>
      call('uploadFees', feeUpload, { orgCodg, ...parameters }, callOptions),
    placeOrder: async (parameters, callOptions = {}) =>
      settlementOf(await call('placeOrder', placeOrder, { orgCodg, ...parameters }, callOptions)),
    refund: async (parameters, callOptions = {}) =>
      call('refund', refundOrder, { appRefdTime: formatWireTime(clock()), ...parameters }, callOptions),
    querySettlement: async (parameters, callOptions = {}) =>
      settlementOf(await call('querySettlement', settlementQuery, { orgCodg, ...parameters }, callOptions)),
    revokeFees: async (parameters, callOptions = {}) =>
      call('revokeFees', feeRevoke, { orgCodg, ...parameters }, callOptions),
  }
}

type OrderBody = WireAmounts & { readonly ordStas?: string | undefined }
