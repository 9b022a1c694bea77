import { hexToBytes } from '../../../../bytes/hex.ts'

/** The S-box of GB/T 32907, section 6.2. */
const SBOX =
  'd690e9fecce13db716b614c228fb2c052b679a762abe04c3aa441326498606999c4250f491ef987a33540b43edcfac62e4b31ca9c908e895' +
  '80df94fa758f3fa64707a7fcf37317ba83593c19e6854fa8686b81b27164da8bf8eb0f4b70569d351e240e5e6358d1a225227c3b01217887' +
  'd40046579fd327524c3602e7a0c4c89eeabf8ad240c738b5a3f7f2cef96115a1e0ae5da49b341a55ad933230f58cb1e31df6e22e8266ca60' +
  'c02923ab0d534e6fd5db3745defd8e2f03ff6a726d6c5b518d1baf92bbddbc7f11d95c411f105ad80ac13188a5cd7bbd2d74d012b8e5b4b0' +
  '8969974a0c96777e65b9f109c56ec68418f07dec3adc4d2079ee5f3ed7cb3948'

/** The S-box, and L(S(byte)) for a byte in each of the four places of a word, the lowest place first. */
export interface Sm4Tables {
  readonly sbox: Uint8Array
  readonly mixed: readonly [Int32Array, Int32Array, Int32Array, Int32Array]
}

let tables: Sm4Tables | undefined

/** Computed at the first use. */
export function sm4Tables(): Sm4Tables {
  tables ??= build()
  return tables
}

function build(): Sm4Tables {
  const sbox = hexToBytes(SBOX)
  const lowest = Int32Array.from(
    sbox,
    (byte) => byte ^ rotate(byte, 2) ^ rotate(byte, 10) ^ rotate(byte, 18) ^ rotate(byte, 24),
  )
  const atPlace = (place: number) => lowest.map((word) => rotate(word, place * 8))
  return { sbox, mixed: [lowest, atPlace(1), atPlace(2), atPlace(3)] }
}

/** To the left, by 1 to 31 bits. */
export function rotate(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits))
}
