import { type Command, Option } from 'commander'
import { cliError } from '../cli-error.ts'

/**
 * Gives a command the two ways to name a secret, `--name-file` (or `-` for stdin) and `--name-env`; and a hidden `--name`
 * which does nothing but say why a value there is refused.
 */
export function withSecret(command: Command, option: string, what: string): Command {
  return command
    .option(`${option}-file <path>`, `${what}: a file, - for stdin 文件，- 表示标准输入`)
    .option(`${option}-env <name>`, `${what}: an environment variable 环境变量名`)
    .addOption(new Option(`${option} <value>`).argParser(() => refuseSecret(option)).hideHelp())
}

/** @throws `SECRET_ON_COMMAND_LINE` always */
export function refuseSecret(option: string): never {
  throw cliError('SECRET_ON_COMMAND_LINE', { details: [{ en: `Not as ${option}.`, zh: `不可写作 ${option}。` }] })
}
