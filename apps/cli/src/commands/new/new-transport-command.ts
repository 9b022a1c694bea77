import { mkdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import manifest from '../../../package.json' with { type: 'json' }
import { cliError } from '../../errors/cli-error.ts'
import { printResult } from '../../output/print-result.ts'
import { say } from '../../output/say.ts'
import { makeNewFiles } from '../../terminal/new-files.ts'
import { namesOf } from './template/names.ts'
import { standalonePackage } from './template/standalone.ts'

export interface NewTransportFlags {
  readonly folder?: string
  readonly json?: boolean
}

/** `nationec new transport`: a package whose author fills in `open`, `send` and `close`. */
export async function newTransportCommand(medium: string, { folder, json = false }: NewTransportFlags): Promise<void> {
  const names = namesOf(medium)
  if (names === undefined) throw cliError('USAGE', { details: [MEDIUM_RULE] })
  const target = folder ?? `nationec-transport-${medium}`
  const files = standalonePackage(names, { transport: manifest.dependencies['@nationec/transport'] })
  await makeFolder(target)
  try {
    for (const { path } of files) await mkdir(dirname(join(target, path)), { recursive: true })
    await makeNewFiles(...files.map(({ path, content }) => ({ path: join(target, path), content, mode: 0o644 })))
  } catch (error) {
    await rm(target, { recursive: true, force: true })
    throw error
  }
  printResult({ folder: target, files: files.map(({ path }) => path) }, json, ({ files: made }) => {
    for (const path of made) say(join(target, path))
    say(`\n下一步 Next:\n  cd ${target}\n  npm install\n  npm test`)
  })
}

/** A folder of its own, so that taking it back takes nothing else. */
async function makeFolder(target: string): Promise<void> {
  try {
    await mkdir(dirname(target), { recursive: true })
    await mkdir(target)
  } catch (cause) {
    const exists = cause instanceof Error && 'code' in cause && cause.code === 'EEXIST'
    throw cliError(exists ? 'FILE_EXISTS' : 'FOLDER_NOT_WRITABLE', { cause })
  }
}

const MEDIUM_RULE = {
  en: 'The medium must be 1 to 40 lower-case letters, digits and dashes, with a letter first, such as usb-hid.',
  zh: '介质名称应为 1 到 40 个小写字母、数字或短横线，以字母开头，例如 usb-hid。',
}
