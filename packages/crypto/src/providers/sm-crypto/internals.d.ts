/** What this package uses of the library's own modules: its hash over lists, its curve, and the curve's numbers. */
declare module 'sm-crypto/src/sm2/sm3.js' {
  const lists: { sm3(message: number[]): number[]; hmac(message: number[], key: number[]): number[] }
  export default lists
}

declare module 'sm-crypto/src/sm2/utils.js' {
  export interface BigInteger {
    toString(radix: number): string
    add(other: BigInteger): BigInteger
    subtract(other: BigInteger): BigInteger
    multiply(other: BigInteger): BigInteger
    mod(modulus: BigInteger): BigInteger
    modInverse(modulus: BigInteger): BigInteger
    equals(other: BigInteger): boolean
    signum(): number
    readonly constructor: unknown
  }
  export interface FieldElement {
    toBigInteger(): BigInteger
  }
  export interface Point {
    multiply(scalar: BigInteger): Point
    add(other: Point): Point
    isInfinity(): boolean
    getX(): FieldElement
    getY(): FieldElement
  }
  export interface Curve {
    decodePointHex(text: string): Point | null
  }
  const utils: { generateEcparam(): { curve: Curve; G: Point; n: BigInteger } }
  export default utils
}
