import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Logger } from '../logs/logger.ts'
import type { SaleRow } from './sale-row.ts'

/** Where open sales are kept: one sealed file each, removed when the sale is closed. */
export interface SaleFiles {
  all(): Promise<readonly SaleRow[]>
  put(row: SaleRow): Promise<void>
  remove(id: string): Promise<void>
}

const NONCE = 12
const TAG = 16
const KEY_BYTES = 32
const OF_SALE = /^([0-9a-f-]{36})\.sale$/

/** Sales that end with the process, as the ledger without a folder does. */
export const noSaleFiles: SaleFiles = { all: async () => [], put: async () => {}, remove: async () => {} }

/**
 * Keeps sales below a folder, sealed with AES-256-GCM under a key that is made with the first one: a copied file tells
 * nothing of a patient. A file that does not open is left out and logged by its name; the ledger has the money.
 */
export async function openSaleFiles(folder: string, logger: Pick<Logger, 'error'>): Promise<SaleFiles> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const key = await keyOf(join(folder, 'key'))
  const fileOf = (id: string): string => join(folder, `${id}.sale`)

  async function read(id: string): Promise<SaleRow[]> {
    try {
      return [JSON.parse(unseal(key, id, await readFile(fileOf(id)))) as SaleRow]
    } catch {
      logger.error({ sale: id }, 'sale not readable')
      return []
    }
  }

  return {
    async all() {
      const ids = (await readdir(folder)).flatMap((name) => OF_SALE.exec(name)?.[1] ?? [])
      return (await Promise.all(ids.map(read))).flat()
    },
    put: (row) => writeWhole(fileOf(row.id), seal(key, row.id, JSON.stringify(row))),
    remove: (id) => rm(fileOf(id), { force: true }),
  }
}

function seal(key: Uint8Array, id: string, text: string): Uint8Array {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(id))
  return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
}

function unseal(key: Uint8Array, id: string, sealed: Uint8Array): string {
  const opener = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE), { authTagLength: TAG })
  opener.setAAD(Buffer.from(id)).setAuthTag(sealed.subarray(-TAG))
  return Buffer.concat([opener.update(sealed.subarray(NONCE, -TAG)), opener.final()]).toString('utf8')
}

/** A key that is lost or damaged is made anew: open sales are then read from the patient again. */
async function keyOf(path: string): Promise<Uint8Array> {
  const known = await readFile(path).catch(() => undefined)
  if (known?.length === KEY_BYTES) return known
  const made = randomBytes(KEY_BYTES)
  await writeWhole(path, made)
  return made
}

async function writeWhole(path: string, content: Uint8Array): Promise<void> {
  const beside = `${path}.${randomBytes(4).toString('hex')}.new`
  const file = await open(beside, 'w', 0o600)
  try {
    await file.writeFile(content)
    await file.datasync()
  } finally {
    await file.close()
  }
  await rename(beside, path)
}
