import type { FileSystem } from './file-system.ts'

/** Makes the names in a folder durable: a file that was made or renamed is there after a power cut only behind this. */
export async function syncFolder(files: FileSystem, folder: string): Promise<void> {
  // Windows opens no folders and needs no such call.
  const handle = await files.open(folder, 'r').catch(() => undefined)
  if (handle === undefined) return
  try {
    await handle.sync()
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && NOT_FOR_FOLDERS.has(String(error.code)))) throw error
  } finally {
    await handle.close()
  }
}

const NOT_FOR_FOLDERS: ReadonlySet<string> = new Set(['EINVAL', 'EPERM', 'EISDIR', 'ENOTSUP', 'EBADF'])
