/**
 * The client of the medical-insurance terminal.
 *
 * @module
 */
export { isNationEcError } from '@nationec/errors'
export { isBusinessError } from '@nationec/protocol'
export { isTransportError } from '@nationec/transport'
export type { ParametersOf } from './call/body-types.ts'
export type { RawRequest } from './call/caller.ts'
export type { CallOptions, ClientOptions, Generation, TextOptions } from './call/options.ts'
export type { Settlement } from './call/settlement.ts'
export { type Client, createClient, type MessageRequest } from './client.ts'
export type { AuthoriseFaceParameters, AuthoriseFaceResult } from './operations/authorise-face.ts'
export type { CheckAuthorisationParameters, CheckAuthorisationResult } from './operations/check-authorisation.ts'
export type { CheckTokenOptions, CheckTokenParameters, CheckTokenResult } from './operations/check-token.ts'
export type { NotifySettlementParameters, NotifySettlementResult } from './operations/notify-settlement.ts'
export type { PlaceOrderParameters, PlaceOrderResult } from './operations/place-order.ts'
export type { QueryCredentialParameters, QueryCredentialResult } from './operations/query-credential.ts'
export type { QuerySettlementParameters, QuerySettlementResult } from './operations/query-settlement.ts'
export type { ReadIdCardParameters, ReadIdCardResult } from './operations/read-id-card.ts'
export type { RefundParameters, RefundResult } from './operations/refund.ts'
export type { RevokeFeesParameters, RevokeFeesResult } from './operations/revoke-fees.ts'
export type { ScanQrCodeParameters, ScanQrCodeResult } from './operations/scan-qr-code.ts'
export type { UploadFeesParameters, UploadFeesResult } from './operations/upload-fees.ts'
