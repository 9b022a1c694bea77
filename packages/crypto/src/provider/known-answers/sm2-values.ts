import { hexToBytes } from '../../bytes/hex.ts'

/** GB/T 32918.5-2017 annex A: the key, the nonce, the message and the signature of the standard. */
export const standardKey = hexToBytes('3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8')
export const standardNonce = hexToBytes('59276e27d506861a16680f3ad9c02dccef3cc1fa3cdbe4ce6d54b80deac1bc21')
export const standardMessage = new TextEncoder().encode('message digest')
export const standardPublicKey = hexToBytes(
  '09f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13',
)
export const standardZ = hexToBytes('b2e14c5c79c6df5b85f4fe7ed8db7a262b9da7e07ccb0ea9f4747b8ccda8a4f3')
export const standardSignature = hexToBytes(
  'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa',
)
