import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { crc32 } from 'node:zlib'
import { deflateSync } from 'fflate'
import { cacheFolder } from '../tools.mjs'

/** A file of the release. @typedef {{ bytes: Uint8Array, mode: number }} Item */
/** @typedef {{ bytes: Uint8Array, crc: number, size: number }} Packed */

/** Packing one of Node's binaries takes half a minute; it is the same for every release that brings it. */
const KEPT_FROM = 8 * 1024 * 1024

/**
 * Deflates by a library in JavaScript: zlib's output differs between processors and versions, and the same commit has to
 * give the same bytes on every machine.
 *
 * @param {Uint8Array} bytes
 * @returns {Packed}
 */
export function packed(bytes) {
  return {
    bytes: bytes.length < KEPT_FROM ? deflate(bytes) : keptDeflate(bytes),
    crc: crc32(bytes),
    size: bytes.length,
  }
}

/** @param {Uint8Array} bytes */
const deflate = (bytes) => deflateSync(bytes, { level: 6 })

/** @param {Uint8Array} bytes @returns {Uint8Array} */
function keptDeflate(bytes) {
  const folder = join(cacheFolder, 'release', 'deflated-6')
  const path = join(folder, createHash('sha256').update(bytes).digest('hex'))
  if (existsSync(path)) return readFileSync(path)
  const made = deflate(bytes)
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${path}.${process.pid}`, made)
  renameSync(`${path}.${process.pid}`, path)
  return made
}
