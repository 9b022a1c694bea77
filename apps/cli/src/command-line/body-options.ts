import type { Command } from 'commander'
import { collect } from './values.ts'

/** Where the body of a request comes from. */
export interface BodyFlags {
  readonly file?: string
  readonly field?: readonly string[]
  readonly fieldEnv?: readonly string[]
  /** What earlier commands printed with `--json`. */
  readonly answer?: readonly string[]
}

/** Gives a command the ways to name a request body. */
export function withBody(command: Command): Command {
  return command
    .option('--file <path>', 'the body as JSON; - for stdin, the default 请求体 JSON 文件，- 表示标准输入（默认）')
    .option('--field <name=value>', 'a field that is not personal, may be repeated 非个人信息字段，可重复', collect)
    .option('--field-env <name=VARIABLE>', 'a field from the environment 取自环境变量的字段，可重复', collect)
    .option(
      '--answer <path>',
      "an earlier command's --json output, for the fields that this one wants; - for stdin, may be repeated " +
        '取自先前命令 --json 输出的字段，- 表示标准输入，可重复',
      collect,
    )
}
