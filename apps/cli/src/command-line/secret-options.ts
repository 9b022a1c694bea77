import { type Command, CommanderError, Option } from 'commander'
import { EXIT } from '../errors/exit.ts'

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

/** The code of commander's error for a secret on the command line. */
export const SECRET_REFUSED = 'nationec.secret'

/** A light error: the catalogue is loaded when it is told. */
function refuseSecret(option: string): never {
  throw new CommanderError(EXIT.usage, SECRET_REFUSED, option)
}
