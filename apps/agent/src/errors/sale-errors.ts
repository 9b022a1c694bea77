import type { ErrorCatalogue } from '@nationec/errors'

/** Steps of a sale that do not fit where it stands. */
export const saleErrors = {
  SALE_NOT_KNOWN: {
    layer: 'client',
    delivery: 'not-sent',
    summary: { en: 'There is no open sale under this id.', zh: '没有该编号的收费单，可能已办结。' },
    advice: {
      en: 'It was closed, or a day has passed. Open the order again: POST /v1/sales with `medOrgOrd`.',
      zh: '该单已办结或已超过一天。如需继续办理，请从订单记录中重新打开。',
    },
  },
  SALE_BUSY: {
    layer: 'client',
    delivery: 'not-sent',
    summary: { en: 'A step of this sale is under way.', zh: '该收费单正在办理中。' },
    advice: {
      en: 'Wait until it has ended; it was not started twice.',
      zh: '请等待当前步骤完成，本次操作没有重复发出。',
    },
  },
  SALE_BILL_DIFFERS: {
    layer: 'client',
    delivery: 'not-sent',
    summary: {
      en: 'Another bill is open under this number, or was uploaded under it.',
      zh: '该单号下已有内容不同的收费单，或已上传过。',
    },
    advice: { en: 'Give the changed bill a number of its own.', zh: '内容有变更时，请使用新的单号。' },
  },
  SALE_PERSON_MISSING: {
    layer: 'client',
    delivery: 'not-sent',
    summary: { en: 'This sale has no person.', zh: '该收费单尚未读取患者身份。' },
    advice: { en: 'Read the patient’s credential first.', zh: '请先读取该患者的医保凭证。' },
  },
  SALE_PERSON_DIFFERS: {
    layer: 'client',
    delivery: 'not-sent',
    summary: { en: 'This is not the person of the bill.', zh: '所读取的患者与该单据不是同一人。' },
    advice: {
      en: 'Have the patient of this bill show the code; nothing was sent about the other one.',
      zh: '请由该单据的患者本人出示医保码；未使用他人身份发出任何请求。',
    },
  },
  SALE_PERSON_WAITS: {
    layer: 'client',
    delivery: 'not-sent',
    summary: {
      en: 'The outcome of another bill of this person is not known.',
      zh: '该患者另有一笔收费结果未知。',
    },
    advice: {
      en: 'Find out what became of it first. Bills of other persons may go on.',
      zh: '请先确认那一笔的结果，不要再次收费；其他患者可照常办理。',
    },
  },
  SALE_STEP_REFUSED: {
    layer: 'client',
    delivery: 'not-sent',
    summary: { en: 'This step does not fit where the sale stands.', zh: '该收费单当前状态不能进行此操作。' },
    advice: { en: 'Read the sale again and take the step it names.', zh: '请刷新后按页面提示的下一步办理。' },
  },
} as const satisfies ErrorCatalogue
