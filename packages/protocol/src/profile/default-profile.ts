import { type OrdStasEntry, ordStas } from '../codes/ord-stas.ts'
import { deepFreeze } from './deep-freeze.ts'
import type { OrderClass, Profile } from './profile.ts'

/** States without a published meaning have no class: they are `unrecognised`. */
function classesOf(states: Iterable<OrdStasEntry>): Record<string, OrderClass> {
  const classes: Record<string, OrderClass> = {}
  for (const state of states) if (state.class !== undefined) classes[state.code] = state.class
  return classes
}

/** The field's own habits: what most public sources do, each with its evidence. */
export const defaultProfile: Profile & { readonly generation: 'centre' } = deepFreeze({
  name: 'default',
  generation: 'centre',
  transTypes: {
    queryCredential: 'ec.query',
    scanQrCode: 'cn.nhsa.qrcode.get',
    authoriseFace: 'cn.nhsa.ec.auth',
    checkAuthorisation: 'cn.nhsa.auth.check',
    readIdCard: 'cn.nhsa.cert.get',
    notifySettlement: 'cn.nhsa.settle.notify',
    uploadFees: 'hos.upload.fee',
    placeOrder: '6202',
    querySettlement: '6301',
    revokeFees: 'hos.revoke.order',
    refund: 'hos.refund.setl',
  },
  orgCodg: 'same-as-orgId',
  requestData: 'object',
  extensionKey: 'extra',
  charset: 'utf-8',
  nonAscii: 'as it is',
  answersWithoutReturn: false,
  timestampForm: 'epoch-milliseconds',
  lengthUnit: 'characters',
  orderClasses: classesOf(ordStas),
  messages: {},
  evidence: {
    generation: { evidence: 'confirmed', note: 'six sources show the 62xx bodies, one the hos.* bodies' },
    'transTypes.queryCredential': { evidence: 'confirmed', note: 'nine sources' },
    'transTypes.scanQrCode': { evidence: 'confirmed', note: 'two sources' },
    'transTypes.authoriseFace': { evidence: 'confirmed', note: 'three sources' },
    'transTypes.checkAuthorisation': { evidence: 'confirmed', note: 'two sources' },
    'transTypes.readIdCard': { evidence: 'single source', note: 'one card reader' },
    'transTypes.notifySettlement': { evidence: 'single source', note: 'one hospital system' },
    'transTypes.uploadFees': { evidence: 'single source', note: 'one hospital system; clause 4.1' },
    'transTypes.placeOrder': { evidence: 'assumption', note: 'the infno stands in: no transType is public' },
    'transTypes.querySettlement': { evidence: 'assumption', note: 'the infno stands in: none is public; clause 4.2' },
    'transTypes.revokeFees': { evidence: 'single source', note: 'one hospital system; clause 4.4' },
    'transTypes.refund': { evidence: 'single source', note: 'one hospital system; clause 4.5' },
    orgCodg: { evidence: 'assumption', note: 'both are H or P and 11 digits; no source shows two that differ' },
    requestData: { evidence: 'confirmed', note: 'eight callers send an object, against the text of clause 2.2.4.1' },
    extensionKey: { evidence: 'confirmed', note: 'three callers send extra, against the text of clause 2.2.4.1' },
    charset: { evidence: 'confirmed', note: 'clause 2.1 says UTF-8; callers in the field marshal GBK' },
    nonAscii: { evidence: 'assumption', note: 'every caller sends Chinese as it is; escapes are our remedy' },
    answersWithoutReturn: {
      evidence: 'confirmed',
      note: 'clause 3.2 returns 0000; the OCX of two sources returns the answer itself',
    },
    timestampForm: { evidence: 'confirmed', note: 'four sources milliseconds, two the fourteen digits' },
    lengthUnit: { evidence: 'assumption', note: 'the specification says 字符 and no more' },
    'messages.repeatedInAnswer': {
      evidence: 'assumption',
      note: 'none: public answers of 6203 and 6401 show no number of their request',
    },
    orderClasses: { evidence: 'single source', note: 'the full table has one source, the classes three' },
  },
})
