import { requireOption } from '@nationec/errors'
import { optionErrorOf } from '@nationec/transport'

const HOSTS: readonly string[] = ['127.0.0.1', 'localhost', '[::1]']

/**
 * Reads an address of this machine: plain HTTP encrypts nothing and proves no identity, so it stays on loopback.
 *
 * @param name the transport, for its errors
 * @throws `OPTION_INVALID`
 */
export function loopbackUrl(name: string, address: string, example: string): URL {
  const url = typeof address === 'string' && URL.canParse(address) ? new URL(address) : undefined
  const isOurs = url?.protocol === 'http:' && HOSTS.includes(url.hostname) && url.username === '' && url.password === ''
  const expected = { en: `an address of this machine, as ${example}`, zh: `本机地址，例如 ${example}` }
  requireOption(isOurs, 'address', expected, optionErrorOf(name))
  return url
}
