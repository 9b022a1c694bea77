import type { ErrorCatalogue } from '@nationec/errors'

/** What can be wrong with the settings: exit code 5. */
export const settingErrors = {
  SETTING_INVALID: {
    layer: 'client',
    delivery: 'not-sent',
    summary: { en: 'A setting is missing or wrong.', zh: '设置缺失或有误。' },
    advice: {
      en: '`nationec config explain` shows where every setting comes from.',
      zh: '可用 nationec config explain 查看各项设置的来源。',
    },
  },
  CONFIG_NOT_READABLE: {
    layer: 'client',
    delivery: 'not-sent',
    summary: { en: 'The configuration file cannot be read.', zh: '无法读取配置文件。' },
    advice: {
      en: 'It must be a JSON object in UTF-8; --config or NATIONEC_CONFIG names it.',
      zh: '内容须为 UTF-8 编码的 JSON 对象；由 --config 或 NATIONEC_CONFIG 指定。',
    },
  },
} as const satisfies ErrorCatalogue
