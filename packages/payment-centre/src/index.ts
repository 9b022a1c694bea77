/**
 * The payment centre (医保移动支付中心): its signed and encrypted envelope, a client of its interfaces, and its push.
 *
 * @module
 */

export type { TlsSettings } from '@nationec/transport/http-once'
export type {
  CentreClient,
  CentreParametersOf,
  CentreSettlement,
  PlaceOrderParameters,
  PlaceOrderResult,
  QuerySettlementParameters,
  QuerySettlementResult,
  RefundParameters,
  RefundResult,
  RevokeFeesParameters,
  RevokeFeesResult,
  UploadFeesParameters,
  UploadFeesResult,
} from './client/centre-client.ts'
export { createCentreClient } from './client/create-centre-client.ts'
export type { CentreCallOptions, CentreClientOptions, UnprovedAnswer } from './client/options.ts'
export {
  type CentreCredentials,
  type CentreCredentialsInput,
  createCentreCredentials,
} from './credentials/centre-credentials.ts'
export { type DataCipher, deriveDataKey } from './credentials/data-cipher.ts'
export type { CentreDataKey, CentreSigner, CentreVerifier } from './credentials/key-devices.ts'
export { type OpenedEnvelope, openEnvelope } from './envelope/open-envelope.ts'
export { type EnvelopeKeys, type EnvelopeParts, sealEnvelope } from './envelope/seal-envelope.ts'
export { stringToSign } from './envelope/string-to-sign.ts'
export { readTimestamp, writeTimestamp } from './envelope/timestamp.ts'
export { type CentreErrorCode, centreErrors } from './errors/catalogue.ts'
export { CentreError, isCentreError } from './errors/centre-error.ts'
export type { Fetch } from './http/fetch-send.ts'
export type { CentreOperation, CentreProfile, TimestampForm } from './profile/centre-profile.ts'
export { defaultCentreProfile } from './profile/default-centre-profile.ts'
export { type CentreProfileSettings, defineCentreProfile } from './profile/define-centre-profile.ts'
export type { PushAnswers, PushAnswerTools } from './push/push-answers.ts'
export type { SettlementPushEvent } from './push/push-event.ts'
export type { PushLog, PushLogEntry, PushReason } from './push/push-log.ts'
export {
  createPushMemory,
  type MemoryOptions,
  type PushMemory,
  type PushTaking,
  type PushTimes,
} from './push/push-memory.ts'
export { type ReceivePushOptions, receivePush } from './push/receive-push.ts'
