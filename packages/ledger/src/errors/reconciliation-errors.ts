import type { ErrorCatalogue } from '@nationec/errors'

/** Files of a day that cannot be read. Nothing was compared, and nothing was stored. */
export const reconciliationErrors = {
  DAY_FILE_INVALID: {
    layer: 'client',
    delivery: 'not-sent',
    summary: { en: 'The file of the day cannot be read.', zh: '对账文件无法读取。' },
    advice: {
      en: 'Correct the places named above, or the column map; nothing was compared.',
      zh: '请按上述位置改正文件或列对照；本次未作比对。',
    },
  },
  DAY_INVALID: {
    layer: 'client',
    delivery: 'not-sent',
    summary: { en: 'The day or its lists are not as they must be.', zh: '对账日期或清单不符合要求。' },
    advice: { en: 'Correct what is named above; nothing was compared.', zh: '请按上述说明改正；本次未作比对。' },
  },
  XLSX_LIBRARY_MISSING: {
    layer: 'host',
    delivery: 'not-sent',
    summary: { en: 'Workbooks need the package hucre.', zh: '读写 xlsx 需要安装 hucre。' },
    advice: { en: 'Run `npm install hucre`.', zh: '请执行 npm install hucre。' },
  },
} as const satisfies ErrorCatalogue
