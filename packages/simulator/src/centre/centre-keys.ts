import { importSm2PrivateKey, type Sm2PrivateKey } from '@nationec/crypto/sm2'
import type { CentreCredentialsInput } from '@nationec/payment-centre'
import { createRandom } from '../random/random.ts'

/** The keys of both sides, as `createCentreCredentials` takes them. For tests: the seed gives them away. */
export interface CentreKeys {
  /** What the institution is handed out, and its own private key. */
  readonly institution: CentreCredentialsInput
  /** The same from the other side: the centre signs with its own key and verifies with the institution's. */
  readonly centre: CentreCredentialsInput
}

/**
 * Makes the keys of both sides out of a seed: invented, the same every time, and no secret at all.
 *
 * @example
 * ```ts
 * import { createCentreCredentials } from '@nationec/payment-centre'
 * import { createCentreKeys } from '@nationec/simulator/centre'
 *
 * const credentials = createCentreCredentials(createCentreKeys({ seed: 7 }).institution)
 * console.log(credentials.appId.length) // 32
 * ```
 */
export function createCentreKeys({ seed }: { readonly seed: number }): CentreKeys {
  const random = createRandom(seed)
  const privateKey = (): Sm2PrivateKey => {
    // Below the order of the curve, which begins with FFFFFFFE, and never zero.
    return importSm2PrivateKey({ format: 'hex', text: `1${random.hex(63)}` })
  }
  const [institution, centre] = [privateKey(), privateKey()]
  const shared = { appId: random.hex(32).toUpperCase(), appSecret: random.hex(32).toUpperCase() }
  return {
    institution: {
      ...shared,
      privateKey: institution.export('base64'),
      platformPublicKey: centre.publicKey.export('base64'),
    },
    centre: {
      ...shared,
      privateKey: centre.export('base64'),
      platformPublicKey: institution.publicKey.export('base64'),
    },
  }
}
