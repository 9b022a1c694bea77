import { chmod, type FileHandle, open, readFile, rename, rm } from 'node:fs/promises'

/** What the journal asks of a disk; a test puts a disk that fails in its place. */
export interface FileSystem {
  open(path: string, flags: string | number, mode?: number): Promise<FileHandle>
  readFile(path: string): Promise<Buffer>
  rename(from: string, to: string): Promise<void>
  chmod(path: string, mode: number): Promise<void>
  remove(path: string): Promise<void>
}

export const realFiles: FileSystem = {
  open,
  readFile,
  rename,
  chmod,
  remove: (path) => rm(path, { force: true }),
}
