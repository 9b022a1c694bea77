import type { ErrorCatalogue } from '@nationec/errors'

/** What can be wrong with what the user gives: exit code 2. */
export const inputErrors = {
  USAGE: {
    layer: 'client',
    delivery: 'not-sent',
    summary: { en: 'The command line is wrong.', zh: '命令行有误。' },
    advice: { en: 'Add --help to see what the command takes.', zh: '请加 --help 查看该命令的用法。' },
  },
  INPUT_MISSING: {
    layer: 'client',
    delivery: 'not-sent',
    summary: { en: 'The command needs input, and there is none.', zh: '该命令需要输入内容，但未提供。' },
    advice: {
      en: 'Give it in a file, in a variable or through a pipe, as the help of the command says.',
      zh: '请按该命令的帮助，以文件、环境变量或管道提供。',
    },
  },
  INPUT_NOT_READABLE: {
    layer: 'client',
    delivery: 'not-sent',
    summary: { en: 'The input cannot be read.', zh: '无法读取输入内容。' },
    advice: { en: 'Check that the file exists, and its rights and size.', zh: '请检查文件是否存在及其权限和大小。' },
  },
  INPUT_INVALID: {
    layer: 'client',
    delivery: 'not-sent',
    summary: { en: 'The input is not what the command takes.', zh: '输入内容不符合该命令的要求。' },
    advice: { en: 'Correct what is named above; nothing was sent.', zh: '请按上文更正；请求未发出。' },
  },
  LEDGER_OF_AGENT: {
    layer: 'client',
    delivery: 'not-sent',
    summary: { en: "Through an agent the ledger is the agent's own.", zh: '通过代理时，账本由代理保管。' },
    advice: {
      en: 'Leave --ledger out; --key goes to the agent, which sends at most once for each.',
      zh: '请去掉 --ledger；--key 会交给代理，同一键至多发送一次。',
    },
  },
  SECRET_ON_COMMAND_LINE: {
    layer: 'client',
    delivery: 'not-sent',
    summary: {
      en: 'Secrets and personal data do not go on the command line: every program of this machine can read it.',
      zh: '密钥与个人信息不得写在命令行：本机其他程序均可读取。',
    },
    advice: {
      en: 'Give it in a file, in an environment variable or through stdin, as the help of the command says.',
      zh: '请改用文件、环境变量或标准输入，用法见该命令的帮助。',
    },
  },
} as const satisfies ErrorCatalogue
