import type { ErrorCatalogue } from '@nationec/errors'

/** Who works at the agent, and what each may do. */
export const peopleErrors = {
  SIGN_ON_NEEDED: {
    layer: 'client',
    delivery: 'not-sent',
    summary: { en: 'No operator has signed on here.', zh: '尚无操作员在此签到。' },
    advice: {
      en: 'Sign on with number and PIN: POST /v1/session, or nationec agent sign-on. Nothing was sent.',
      zh: '请以工号和 PIN 签到：POST /v1/session，或 nationec agent sign-on。请求未发出。',
    },
  },
  SIGN_ON_REFUSED: {
    layer: 'client',
    delivery: 'not-sent',
    summary: {
      en: 'The number or the PIN is wrong, or the operator may not sign on.',
      zh: '工号或 PIN 错误，或该操作员已停用。',
    },
    advice: {
      en: 'Type both again; someone of IT sets a new PIN.',
      zh: '请重新输入；忘记 PIN 时请由信息科重置。',
    },
  },
  SIGN_ON_LOCKED: {
    layer: 'client',
    delivery: 'not-sent',
    summary: { en: 'Too many wrong PINs.', zh: 'PIN 错误次数过多。' },
    advice: { en: 'Wait a quarter of an hour.', zh: '请在十五分钟后再试。' },
  },
  OPERATOR_REFUSED: {
    layer: 'client',
    delivery: 'not-sent',
    summary: { en: 'This operator may not do that.', zh: '该操作员无权执行此操作。' },
    advice: {
      en: 'Let one of the roles listed (`roles`) sign on; nothing was done.',
      zh: '请由 roles 所列角色的操作员签到后办理；未执行任何操作。',
    },
  },
  OPERATOR_EXISTS: {
    layer: 'client',
    delivery: 'not-sent',
    summary: { en: 'Another operator has this number.', zh: '该工号已存在。' },
    advice: {
      en: 'Numbers are never given to another person: take a new one.',
      zh: '工号不得转给他人，请使用新的工号。',
    },
  },
  OPERATOR_NOT_KNOWN: {
    layer: 'client',
    delivery: 'not-sent',
    summary: { en: 'There is no operator with this number.', zh: '没有该工号的操作员。' },
    advice: { en: 'GET /v1/operators lists them.', zh: '全部操作员见 GET /v1/operators。' },
  },
  LAST_ADMINISTRATOR: {
    layer: 'client',
    delivery: 'not-sent',
    summary: { en: 'This is the last operator of IT.', zh: '这是最后一名信息科操作员。' },
    advice: { en: 'Add another one of the role `it` first.', zh: '请先添加另一名角色为 it 的操作员。' },
  },
  OPERATORS_UNREADABLE: {
    layer: 'host',
    delivery: 'not-sent',
    summary: { en: 'The file of the operators cannot be read.', zh: '操作员文件无法读取。' },
    advice: {
      en: 'Put `operators.json` of a backup back into the data folder; without the file IT begins anew.',
      zh: '请将备份的 operators.json 放回数据文件夹；删除该文件则须由信息科重新登记。',
    },
  },
  APPROVAL_NEEDED: {
    layer: 'client',
    delivery: 'not-sent',
    summary: { en: 'A refund of more than the limit needs a second person.', zh: '退费超过限额，须由第二人核准。' },
    advice: {
      en: 'Let a supervisor approve it (POST /v1/approvals) and send again with `?approval=`; nothing was sent.',
      zh: '请由主管核准（POST /v1/approvals），再附 ?approval= 重新发送；请求未发出。',
    },
  },
  APPROVAL_INVALID: {
    layer: 'client',
    delivery: 'not-sent',
    summary: {
      en: 'The approval is not for this refund, is used, or is older than five minutes.',
      zh: '核准与本次退费不符、已使用或已超过五分钟。',
    },
    advice: { en: 'Let a supervisor approve it anew; nothing was sent.', zh: '请由主管重新核准；请求未发出。' },
  },
  DECISION_AMOUNT_WRONG: {
    layer: 'client',
    delivery: 'not-sent',
    summary: { en: 'The amount typed is not that of the operation.', zh: '输入的金额与该操作的金额不一致。' },
    advice: {
      en: 'Compare with the centre’s records that it is this operation, and type its amount (`amount`).',
      zh: '请与中心记录核对是否为该笔操作，再输入其金额（amount）。',
    },
  },
  AUDIT_DAMAGED: {
    layer: 'host',
    delivery: 'not-sent',
    summary: {
      en: 'The audit list was changed, or a part of it is missing.',
      zh: '审计记录被改动，或有缺失。',
    },
    advice: {
      en: 'Keep the data folder as it is and have it looked at; GET /v1/audit names the entries.',
      zh: '请保留数据文件夹原状并核查；GET /v1/audit 列出相应条目。',
    },
  },
  AUDIT_UNWRITABLE: {
    layer: 'host',
    delivery: 'not-sent',
    summary: { en: 'The audit list cannot be read or written.', zh: '审计记录无法读写。' },
    advice: {
      en: 'Make space or give the agent the rights to its data folder; what was asked was not done.',
      zh: '请释放磁盘空间或授予数据文件夹权限；所请求的操作未执行。',
    },
  },
} as const satisfies ErrorCatalogue
