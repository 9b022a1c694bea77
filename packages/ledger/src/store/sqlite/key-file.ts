import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, linkSync, openSync, readFileSync, unlinkSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import process from 'node:process'
import { storeError } from '../../errors/ledger-error.ts'
import { KEY_BYTES } from '../sql/secrets.ts'

/**
 * The key of a ledger, in a file of its own.
 *
 * @param isNew whether the ledger is empty: only then is a key made
 * @throws `LEDGER_DAMAGED` when the key of a ledger is lost or is none: a new one would open nothing
 */
export function keyFrom(path: string, isNew: boolean): Uint8Array {
  if (!existsSync(path)) {
    if (!isNew) throw storeError('LEDGER_DAMAGED', { details: [KEY_LOST] })
    writeWhole(path, `${randomBytes(KEY_BYTES).toString('hex')}\n`)
  }
  const text = readFileSync(path, 'utf8').trim()
  if (!/^[0-9a-f]{64}$/.test(text)) throw storeError('LEDGER_DAMAGED', { details: [NO_KEY] })
  return Buffer.from(text, 'hex')
}

/** Writes a new file so that it is there whole or not at all, readable by its owner only. */
export function writeWhole(path: string, text: string): void {
  const beside = `${path}.${process.pid}.new`
  const handle = openSync(beside, 'w', 0o600)
  try {
    writeSync(handle, text)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  linkSync(beside, path)
  unlinkSync(beside)
  syncFolder(dirname(path))
}

/** Makes the names in a folder survive a power cut; Windows has nothing of the kind. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

const KEY_LOST = {
  en: 'The key file is missing: restore it, without it nothing can be read or proved.',
  zh: '密钥文件缺失：请恢复该文件，否则账本无法读取和校验。',
}
const NO_KEY = {
  en: 'The key file does not hold 64 hexadecimal digits.',
  zh: '密钥文件内容不是 64 位十六进制数字。',
}
