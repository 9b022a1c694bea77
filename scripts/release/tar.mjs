import { packed } from './packed.mjs'

/** @typedef {import('./packed.mjs').Item} Item */

const BLOCK = 512

/**
 * A tarball whose bytes depend on the files and the time alone. Each file is a member of gzip's own, which together are one
 * stream to every reader: so what does not change between releases is packed once.
 *
 * @param {ReadonlyMap<string, Item>} files by their paths with forward slashes, in the order they are to have
 * @param {Date} time
 * @returns {Buffer}
 */
export function tarballOf(files, time) {
  /** @type {Buffer[]} */
  const members = []
  for (const [path, { bytes, mode }] of files) {
    members.push(member(headOf(path, bytes.length, { mode, time })), member(bytes))
    members.push(member(Buffer.alloc((BLOCK - (bytes.length % BLOCK)) % BLOCK)))
  }
  members.push(member(Buffer.alloc(2 * BLOCK)))
  return Buffer.concat(members)
}

/**
 * POSIX.1-1988 ustar.
 *
 * @param {string} path
 * @param {number} size
 * @param {{ mode: number, time: Date }} facts
 */
function headOf(path, size, { mode, time }) {
  const head = Buffer.alloc(BLOCK)
  const [prefix, name] = splitName(path)
  head.write(name, 0)
  head.write(octal(mode, 8), 100)
  head.write(octal(0, 8), 108)
  head.write(octal(0, 8), 116)
  head.write(octal(size, 12), 124)
  head.write(octal(time.getTime() / 1000, 12), 136)
  head.write(' '.repeat(8), 148)
  head.write('0', 156)
  head.write('ustar\x0000', 257)
  head.write(prefix, 345)
  const sum = head.reduce((total, byte) => total + byte, 0)
  head.write(`${sum.toString(8).padStart(6, '0')}\x00 `, 148)
  return head
}

/** @param {number} value @param {number} width */
const octal = (value, width) =>
  `${Math.floor(value)
    .toString(8)
    .padStart(width - 1, '0')}\x00`

/** @param {string} path @returns {[prefix: string, name: string]} */
function splitName(path) {
  if (Buffer.byteLength(path) <= 100) return ['', path]
  const at = path.lastIndexOf('/', 155)
  const [prefix, name] = [path.slice(0, at), path.slice(at + 1)]
  if (at < 0 || Buffer.byteLength(prefix) > 155 || Buffer.byteLength(name) > 100) throw new Error(`${path}: too long`)
  return [prefix, name]
}

/** Without time and system in its head. @param {Uint8Array} bytes */
function member(bytes) {
  if (bytes.length === 0) return Buffer.alloc(0)
  const { bytes: body, crc, size } = packed(bytes)
  const tail = Buffer.alloc(8)
  tail.writeUInt32LE(crc, 0)
  tail.writeUInt32LE(size, 4)
  return Buffer.concat([Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]), body, tail])
}
