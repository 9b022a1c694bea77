/**
 * 支付结果推送 (clause 4.3): what the payment centre sends to the hospital when an order was paid.
 *
 * @module
 */
export { type ParsePushOptions, type PaymentPush, parsePush } from './parse-push.ts'
export { type OrderNumbers, type PushAlarm, pushAlarm } from './push-alarm.ts'
