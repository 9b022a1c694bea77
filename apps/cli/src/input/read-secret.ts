import process from 'node:process'
import { cliError } from '../errors/cli-error.ts'
import { needed } from '../errors/needed.ts'
import { readBytes } from './read-bytes.ts'
import { textOf } from './text-of.ts'

/** Where a secret may come from. Never from the command line itself. */
export interface SecretSource {
  /** A path, or `-` for stdin. */
  readonly file?: string | undefined
  /** The name of an environment variable. */
  readonly variable?: string | undefined
  /** The option of this secret, for messages: `--private-key`. */
  readonly option: string
}

/** The text of a secret, without the line end that editors add. */
export async function readSecret({ file, variable, option }: SecretSource): Promise<string> {
  if (file !== undefined) return textOf(await readBytes(file, `${option}-file`)).trim()
  const value = variable === undefined ? undefined : process.env[variable]
  if (value !== undefined && value !== '') return value.trim()
  if (variable === undefined) throw needed(`${option}-file`, `${option}-env`)
  const text = { en: `The variable of ${option}-env is empty.`, zh: `${option}-env 所指的环境变量为空。` }
  throw cliError('INPUT_MISSING', { details: [text] })
}
