import { constants } from 'node:fs'
import { dirname } from 'node:path'
import { agentError } from '../errors/agent-error.ts'
import { type FileSystem, realFiles } from './file-system.ts'
import { freshKey, KEY_LENGTH } from './seal.ts'
import { syncFolder } from './sync-folder.ts'

/**
 * The key of a data folder, made once, readable by its owner only. It protects copies of the journal, not the folder.
 *
 * It gets its name only once it is whole on the disk: a power cut leaves no key or this key, never half of one, under
 * which answers would be sealed and could not be opened.
 *
 * @throws `JOURNAL_DAMAGED` for a file that is no such key
 */
export async function keyOfFolder(path: string, files: FileSystem = realFiles): Promise<Buffer> {
  const known = await files.readFile(path).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  })
  if (known !== undefined) {
    if (known.length !== KEY_LENGTH) throw agentError('JOURNAL_DAMAGED', { details: [NO_KEY] })
    await files.chmod(path, 0o600)
    return known
  }
  const key = freshKey()
  const beside = `${path}.new`
  const file = await files.open(beside, constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC, 0o600)
  try {
    await file.writeFile(key)
    await file.sync()
  } finally {
    await file.close()
  }
  await files.rename(beside, path)
  await syncFolder(files, dirname(path))
  return key
}

const NO_KEY = {
  en: 'The file agent.key beside it is no key; put it back from a copy, for the answers in the journal open with no other.',
  zh: '同一文件夹中的 agent.key 不是有效密钥；请从备份恢复，否则日志中的应答无法打开。',
}
