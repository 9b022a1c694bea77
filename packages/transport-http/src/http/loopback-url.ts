import { cliError } from '../../errors/cli-error.ts'

/**
 * An address of this machine: nothing on the way there is encrypted, and nobody proves who they are.
 *
 * @throws `SETTING_INVALID`
 */
export function loopbackUrl(address: string, example: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (url?.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)) return url
  const en = `The address must be one of this machine: ${example}.`
  throw cliError('SETTING_INVALID', { details: [{ en, zh: `地址须为本机地址，例如 ${example}。` }] })
}
