/**
 * The medical-insurance terminal interface V1.1.0 as data and pure functions: envelope, messages, profiles, code
 * tables, yuan money, wire time and serial numbers. Nothing here talks to anything.
 *
 * @module
 */
export * from './codes/index.ts'
export type { Evidence } from './description/evidence.ts'
export type {
  Field,
  FieldFacts,
  FieldKind,
  Open,
  Sensitivity,
  Shape,
  ValueOfShape,
} from './description/field.ts'
export { LIMITS } from './description/limits.ts'
export { checkRequestBody, checkResponseBody } from './envelope/check-body.ts'
export { checkGiven } from './envelope/check-given.ts'
export { decodePushBody } from './envelope/decode-push.ts'
export { decodeRequest, parseRequestBody, type ReceivedRequest, readRequest } from './envelope/decode-request.ts'
export { type Answer, decodeResponse, readAnswer } from './envelope/decode-response.ts'
export { encodeRawRequest, encodeRequest, type RequestParts } from './envelope/encode-request.ts'
export { encodeRefusal, encodeResponse, type Refusal } from './envelope/encode-response.ts'
export { type JudgeOptions, judgeAnswer, refuseFailure } from './envelope/judge-answer.ts'
export { namesOneInstitution } from './envelope/names-one-institution.ts'
export { askAgain } from './errors/ask-again.ts'
export { BusinessError, type BusinessErrorCode, businessErrors, isBusinessError } from './errors/business-error.ts'
export { protocolError, protocolErrors } from './errors/catalogue.ts'
export type { Issue, IssueRule } from './errors/issue.ts'
export { ProtocolError, type ProtocolErrorCode, type ProtocolErrorParts } from './errors/protocol-error.ts'
export * from './messages/index.ts'
export {
  addYuan,
  compareYuan,
  fenOf,
  formatYuan,
  isYuan,
  subtractYuan,
  sumYuan,
  type Yuan,
  yuan,
  yuanFromFen,
} from './money/yuan.ts'
export { findMessage, messageOf, operationOf } from './operations/operation-messages.ts'
export { type OrderAmounts, readAmounts, type WireAmounts } from './order/amounts.ts'
export { createGivenNumbers, type GivenNumbers } from './order/given-numbers.ts'
export {
  type OrderState,
  orderState,
  type PaidOrder,
  type UnpaidOrder,
  type UnrecognisedOrder,
} from './order/order-state.ts'
export { deepFreeze } from './profile/deep-freeze.ts'
export { defaultProfile } from './profile/default-profile.ts'
export { defineProfile, type ProfileSettings } from './profile/define-profile.ts'
export type { Charset, FieldDepartures, Operation, OrderClass, Profile, RegionalField } from './profile/profile.ts'
export { specProfile } from './profile/spec-profile.ts'
export { byteLength, characterLength } from './schema/byte-length.ts'
export { type JsonSchema, jsonSchema } from './schema/json-schema.ts'
export { messageSchemas } from './schema/message-schemas.ts'
export { strictSchema } from './schema/strict-schema.ts'
export { createSerialNumbers, isOrgId, orgIdForm, type SerialNumberOptions } from './serial-numbers/serial-numbers.ts'
export type { Extension } from './text/extension.ts'
export { type JsonFault, jsonFault } from './text/json-fault.ts'
export { formatWireTime, isWireTime, parseWireTime, type TimeForm } from './time/wire-time.ts'
