import { MASK } from '../mask.ts'
import { showKnown } from '../show-known.ts'

/** A name and its value, as printed maps, cut JSON and escaped JSON have them: `userName=`, `"userName": `, `\"userName\":`. */
const MEMBER = /^(\s*\\*["']?)([A-Za-z_]\w{0,63})(\\*["']?\s*(?:=>|[=:])\s*)([\s\S]*)$/
const BETWEEN = /([,，;；{}[\]()\n&|])/
const QUOTES = /^[\s"'\\]+|(?<![\s"'\\])[\s"'\\]+$/g

/** Masks what stands between brackets and is not JSON: known values of known names are shown, and no other piece. */
export function maskPieces(text: string): string {
  return text
    .split(BETWEEN)
    .map((piece, index) => (index % 2 === 1 || /^[\s"'\\]*$/.test(piece) ? piece : maskPiece(piece)))
    .join('')
}

function maskPiece(piece: string): string {
  const [, before = '', name, between = '', value = ''] = MEMBER.exec(piece) ?? []
  if (name === undefined) return /^\s*(?:null|true|false)\s*$/.test(piece) ? piece : MASK
  if (/^[\s"'\\]*$|^\s*(?:null|true|false)\s*$/.test(value)) return piece
  const plain = value.replace(QUOTES, '')
  return `${before}${name}${between}${showKnown(plain, [name]) === plain ? value : MASK}`
}
