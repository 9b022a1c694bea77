import { deepFreeze, defaultProfile } from '@nationec/protocol'
import type { CentreProfile } from './centre-profile.ts'

/** What most public sources do, each setting with its evidence. */
export const defaultCentreProfile: CentreProfile = deepFreeze({
  name: 'default',
  version: '2.0.1',
  timestampForm: defaultProfile.timestampForm,
  scalars: 'as text',
  emptyRemoval: 'unknown',
  signedFormsRead: 'every known form',
  hexCase: 'upper',
  answerWindow: 600_000,
  pushesWithCode: 'refused',
  unwrapLevels: 3,
  paths: {
    uploadFees: '/org/local/api/hos/uldFeeInfo',
    placeOrder: '/org/local/api/hos/pay_order',
    refund: '/org/local/api/hos/refund_Order',
    querySettlement: '/org/local/api/hos/query_order_info',
    revokeFees: '/org/local/api/hos/revoke_order',
  },
  messages: defaultProfile,
  evidence: {
    version: {
      evidence: 'confirmed',
      note: 'six sources write 2.0.1; e-prescription and portal variants write 1.0.0, one production site leaves it out',
    },
    timestampForm: {
      evidence: 'confirmed',
      note: 'four sources write 13 digits, two 14 digits, one 10 digits',
    },
    scalars: {
      evidence: 'confirmed',
      note: 'three sources sign text, two sign JSON numbers; text in the body itself gives the same signature under both rules',
    },
    emptyRemoval: {
      evidence: 'confirmed',
      note: 'the sources disagree: null only; null and empty text; with lists; with objects and what becomes empty; on one level or all',
    },
    signedFormsRead: {
      evidence: 'assumption',
      note: 'the sources disagree on the form; each form proves that the platform signed these values',
    },
    hexCase: { evidence: 'confirmed', note: 'five sources write upper case, two lower case; a reader takes both' },
    answerWindow: {
      evidence: 'assumption',
      note: 'answers carry the signed timestamp of an envelope; nothing public says how far clocks may differ, 10 minutes is what pushes are given too',
    },
    pushesWithCode: {
      evidence: 'assumption',
      note: 'the code, message and success flag belong to answers; no public push of 6302 shows them',
    },
    unwrapLevels: { evidence: 'single source', note: 'one caller takes off at most three shells of a relay' },
    'paths.uploadFees': { evidence: 'confirmed', note: 'three sources' },
    'paths.placeOrder': { evidence: 'single source', note: 'one caller; the name has two' },
    'paths.refund': { evidence: 'single source', note: 'one caller, with this capital O' },
    'paths.querySettlement': { evidence: 'single source', note: 'one caller; the name has two' },
    'paths.revokeFees': { evidence: 'single source', note: 'one caller; the name has two' },
  },
})
