/**
 * CRC-32C (Castagnoli, reflected 0x82F63B78), initial value and final XOR all ones. With zeros instead, zero bytes that
 * noise adds or removes at either end of a frame would go unnoticed.
 */
const POLYNOMIAL = 0x82f6_3b78

/** Eight tables, so that eight bytes are taken at a time. */
const tables = makeTables()

/** The check of the bytes from `start` to `end`, as an unsigned 32-bit number. */
export function crc32c(bytes: Uint8Array, start = 0, end = bytes.length): number {
  const table = tables
  let crc = -1
  let at = start
  for (const last = end - 8; at <= last; at += 8) {
    const low =
      crc ^ (byte(bytes, at) | (byte(bytes, at + 1) << 8) | (byte(bytes, at + 2) << 16) | (byte(bytes, at + 3) << 24))
    crc =
      word(table, 1792 + (low & 0xff)) ^
      word(table, 1536 + ((low >>> 8) & 0xff)) ^
      word(table, 1280 + ((low >>> 16) & 0xff)) ^
      word(table, 1024 + (low >>> 24)) ^
      word(table, 768 + byte(bytes, at + 4)) ^
      word(table, 512 + byte(bytes, at + 5)) ^
      word(table, 256 + byte(bytes, at + 6)) ^
      word(table, byte(bytes, at + 7))
  }
  for (; at < end; at += 1) crc = word(table, (crc ^ byte(bytes, at)) & 0xff) ^ (crc >>> 8)
  return ~crc >>> 0
}

function byte(bytes: Uint8Array, at: number): number {
  return bytes[at] as number
}

function word(table: Int32Array, at: number): number {
  return table[at] as number
}

function makeTables(): Int32Array {
  const table = new Int32Array(8 * 256)
  for (let value = 0; value < 256; value += 1) {
    let crc = value
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ POLYNOMIAL : crc >>> 1
    table[value] = crc
  }
  for (let at = 256; at < table.length; at += 1) {
    const shorter = word(table, at - 256)
    table[at] = (shorter >>> 8) ^ word(table, shorter & 0xff)
  }
  return table
}
