import type { ErrorCatalogue } from '@nationec/errors'

/** What is wrong with the memory of a side. Without it nothing may be sent or carried out. */
export const journalErrors = {
  JOURNAL_BUSY: {
    layer: 'client',
    delivery: 'not-sent',
    summary: { en: 'This journal is locked.', zh: '该日志文件已被锁定。' },
    advice: {
      en: 'Give each process a journal of its own; two of them would not know what the other has done.',
      zh: '请为每个进程使用独立的日志文件，否则彼此无法得知对方已执行的业务。',
    },
  },
  JOURNAL_DAMAGED: {
    layer: 'client',
    delivery: 'not-sent',
    summary: { en: 'The journal is damaged in a way that no crash explains.', zh: '日志文件已损坏，且不是断电所致。' },
    advice: {
      en: 'Keep the file, settle its open requests with the payment centre by hand, then begin a new one.',
      zh: '请保留该文件，与支付中心人工核对未决业务后，再启用新的日志文件。',
    },
  },
  JOURNAL_FAILED: {
    layer: 'client',
    delivery: 'not-sent',
    summary: { en: 'The journal could not be read or written.', zh: '日志文件读写失败。' },
    advice: {
      en: 'Check the disk and the rights of the file; without the journal nothing is sent.',
      zh: '请检查磁盘空间和文件权限；无法写入日志时不会发送任何请求。',
    },
  },
} as const satisfies ErrorCatalogue
