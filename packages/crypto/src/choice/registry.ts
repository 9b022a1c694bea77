import type { CryptoProvider } from '../provider/provider.ts'
import { fastProvider } from '../providers/fast/fast.ts'
import { nodeProvider } from '../providers/node/node.ts'
import { smCryptoProvider } from '../providers/sm-crypto/sm-crypto.ts'

/** The order in which `auto` tries them, best first. OpenSSL is not among them: it is taken only when named. */
export const automaticOrder: readonly CryptoProvider[] = [fastProvider, smCryptoProvider]

/** The providers that come with the package, found by their names. */
export const builtInProviders: readonly CryptoProvider[] = [...automaticOrder, nodeProvider]
