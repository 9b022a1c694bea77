import { packed } from './packed.mjs'

/** @typedef {import('./packed.mjs').Item} Item */

const UTF8_NAMES = 0x0800
const DEFLATED = 8
const MADE_BY_UNIX = 0x0314
const REGULAR_FILE = 0o100000

/**
 * A zip whose bytes depend on the files and the time alone: no field of this machine is in it.
 *
 * @param {ReadonlyMap<string, Item>} files by their paths with forward slashes, in the order they are to have
 * @param {Date} time
 * @returns {Buffer}
 */
export function zipOf(files, time) {
  const stamp = dosTime(time)
  /** @type {Buffer[]} */
  const bodies = []
  /** @type {Buffer[]} */
  const directory = []
  let offset = 0
  for (const [path, { bytes, mode }] of files) {
    const name = Buffer.from(path)
    const { bytes: body, crc, size } = packed(bytes)
    const facts = Buffer.alloc(26)
    for (const [at, value] of [20, UTF8_NAMES, DEFLATED, stamp.time, stamp.date].entries()) {
      facts.writeUInt16LE(value, at * 2)
    }
    for (const [at, value] of [crc, body.length, size].entries()) facts.writeUInt32LE(value, 10 + at * 4)
    facts.writeUInt16LE(name.length, 22)
    const entry = Buffer.alloc(16)
    // Behind the facts: comment, disk, internal attributes, external ones, offset.
    entry.writeUInt32LE(((REGULAR_FILE | mode) << 16) >>> 0, 6)
    entry.writeUInt32LE(offset, 10)
    bodies.push(Buffer.from('PK\x03\x04'), facts, name, Buffer.from(body.buffer, body.byteOffset, body.length))
    directory.push(Buffer.from('PK\x01\x02'), word(MADE_BY_UNIX), facts, entry.subarray(0, 14), name)
    offset += 4 + facts.length + name.length + body.length
  }
  const listing = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(files.size, 4)
  end.writeUInt16LE(files.size, 6)
  end.writeUInt32LE(listing.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...bodies, listing, Buffer.from('PK\x05\x06'), end])
}

/** @param {number} value */
function word(value) {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}

/** As MS-DOS wrote it, in steps of two seconds; a zip knows no zone, and here it is UTC. @param {Date} time */
function dosTime(time) {
  return {
    time: (time.getUTCHours() << 11) | (time.getUTCMinutes() << 5) | (time.getUTCSeconds() >> 1),
    date: ((time.getUTCFullYear() - 1980) << 9) | ((time.getUTCMonth() + 1) << 5) | time.getUTCDate(),
  }
}
