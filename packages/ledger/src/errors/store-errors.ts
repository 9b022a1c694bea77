import type { ErrorCatalogue } from '@nationec/errors'

/** What a store rejects with. The first five tell the engine to read again; callers meet them only as what it makes of them. */
export const storeErrors = {
  STALE: {
    layer: 'host',
    delivery: 'not-sent',
    summary: { en: 'A row of the ledger was changed by another process.', zh: '账本中的记录已被其他进程更改。' },
    advice: { en: 'Read it again; nothing was stored.', zh: '请重新读取；本次未写入。' },
  },
  KEY_TAKEN: {
    layer: 'host',
    delivery: 'not-sent',
    summary: { en: 'Another operation has this key.', zh: '该键已被另一项操作使用。' },
    advice: { en: 'Read that operation; nothing was stored.', zh: '请读取该操作；本次未写入。' },
  },
  ORDER_BUSY: {
    layer: 'host',
    delivery: 'not-sent',
    summary: {
      en: 'Another operation holds this bill, order or number.',
      zh: '该账单、订单或流水号正被另一项操作占用。',
    },
    advice: { en: 'Read that operation; nothing was stored.', zh: '请读取该操作；本次未写入。' },
  },
  NUMBER_TAKEN: {
    layer: 'host',
    delivery: 'not-sent',
    summary: { en: 'Another order has this payOrdId.', zh: '该 payOrdId 已属于另一订单。' },
    advice: { en: 'Read that order; nothing was stored.', zh: '请读取该订单；本次未写入。' },
  },
  BUCKET_EXCEEDED: {
    layer: 'client',
    delivery: 'not-sent',
    summary: {
      en: 'This refund, with those before it, would exceed what was paid in total, by the fund, from the account or in cash.',
      zh: '该退费与此前各笔退费合计将超出已支付的总额、基金、个人账户或现金。',
    },
    advice: {
      en: 'Give the amounts that are left; refunds whose outcome is not known count until they are settled.',
      zh: '请按剩余可退金额填写；结果未明的退费在确认前计入已退。',
    },
  },
  COMMIT_UNKNOWN: {
    layer: 'host',
    delivery: 'not-sent',
    summary: { en: 'The database did not say whether it has stored the change.', zh: '数据库未确认是否已写入。' },
    advice: {
      en: 'Nothing was sent to the terminal; try again when the database answers.',
      zh: '未向终端发送；数据库恢复后请重试。',
    },
  },
  LEDGER_NEWER: {
    layer: 'host',
    delivery: 'not-sent',
    summary: { en: 'This ledger was written by a newer version.', zh: '该账本由更新的版本写入。' },
    advice: { en: 'Use that version; this one has changed nothing.', zh: '请使用该版本；本程序未作任何更改。' },
  },
  LEDGER_LOCKED: {
    layer: 'host',
    delivery: 'not-sent',
    summary: { en: 'Another process has this ledger open.', zh: '该账本正被另一进程使用。' },
    advice: { en: 'End that process, or give this one a folder of its own.', zh: '请结束该进程，或为本程序另设目录。' },
  },
  LEDGER_DAMAGED: {
    layer: 'host',
    delivery: 'not-sent',
    summary: {
      en: 'The ledger is damaged: its chain, its mark or its key does not fit.',
      zh: '账本已损坏：校验链、末尾标记或密钥不符。',
    },
    advice: {
      en: 'Keep the files as they are and restore the last backup; `nationec ledger verify` names the first bad event.',
      zh: '请原样保留文件并恢复最近的备份；nationec ledger verify 会指出首个损坏的事件。',
    },
  },
  LEDGER_FULL: {
    layer: 'host',
    delivery: 'not-sent',
    summary: { en: 'There is no space left to store it.', zh: '存储空间不足，无法写入。' },
    advice: {
      en: 'Make space; no money moves until the ledger can write.',
      zh: '请清理空间；账本恢复写入前不会发起资金操作。',
    },
  },
  LEDGER_UNREACHABLE: {
    layer: 'host',
    delivery: 'not-sent',
    summary: {
      en: 'The folder or the server of the ledger cannot be used.',
      zh: '账本所在目录或数据库服务器无法使用。',
    },
    advice: { en: 'Correct what is named above; nothing was stored.', zh: '请按上述原因处理；本次未写入。' },
  },
  LEDGER_UNSAFE: {
    layer: 'host',
    delivery: 'not-sent',
    summary: { en: 'The database would lose commits in a power cut.', zh: '该数据库配置在断电时会丢失已提交的数据。' },
    advice: { en: 'Correct the setting named above.', zh: '请改正上述设置。' },
  },
  LEDGER_CLOSED: {
    layer: 'client',
    delivery: 'not-sent',
    summary: { en: 'This ledger was closed.', zh: '账本已关闭。' },
    advice: { en: 'Open it again.', zh: '请重新打开。' },
  },
  BACKUP_UNSUPPORTED: {
    layer: 'client',
    delivery: 'not-sent',
    summary: { en: 'This store makes no backups itself.', zh: '该存储不支持自行备份。' },
    advice: { en: 'Use the tools of the database, for example pg_dump.', zh: '请使用数据库自带工具，例如 pg_dump。' },
  },
} as const satisfies ErrorCatalogue

export type StoreErrorCode = keyof typeof storeErrors
