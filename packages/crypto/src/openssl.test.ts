import { it } from 'node:test'
import { crossOpenssl, opensslMissing } from './fixtures/openssl.ts'

const reason = opensslMissing()
const title = 'the openssl command gives the same: hash, HMAC, ciphers, signatures with user ids, keys and encryption'
it(reason === undefined ? title : `${title} (not asked: ${reason})`, { skip: reason ?? false }, () => crossOpenssl(6))
