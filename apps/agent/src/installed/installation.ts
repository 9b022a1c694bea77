import { readFile, rm } from 'node:fs/promises'
import { z } from 'zod'
import { agentError } from '../errors/agent-error.ts'
import { replaceFile } from '../files/replace-file.ts'
import type { Places } from './places.ts'

const facts = z.strictObject({
  /** The group of this computer, for updates that reach some before others. */
  group: z.string().max(64).optional(),
  /** Where updates are: a folder or an address. */
  updateFrom: z.string().max(2_048).optional(),
})

/** What an installation was told besides its settings. */
export type InstallFacts = z.infer<typeof facts>

/** A version of the agent: digits first, and nothing that leads out of a folder. */
export const versionText = z.string().regex(/^\d+\.\d+\.\d+[0-9A-Za-z.+-]{0,40}$/)

/** The text of a line; `undefined` where there is no file or no version in it. */
export async function versionAt(path: string): Promise<string | undefined> {
  const text = await textAt(path)
  return versionText.safeParse(text?.trim()).data
}

/**
 * The version that is installed.
 *
 * @throws `AGENT_NOT_INSTALLED`
 */
export async function currentVersion({ current, home }: Places): Promise<string> {
  const version = await versionAt(current)
  if (version === undefined) throw agentError('AGENT_NOT_INSTALLED', { details: [{ en: `${home}.`, zh: `${home}。` }] })
  return version
}

/** From now on this version is started; the one before stays for a rollback. A new one is on trial until it listens. */
export async function switchTo(places: Places, version: string, { onTrial = false } = {}): Promise<void> {
  const before = await versionAt(places.current)
  if (before !== undefined && before !== version) await replaceFile(places.previous, `${before}\n`)
  if (onTrial && before !== undefined) await replaceFile(places.trial, `${version}\n`)
  else await rm(places.trial, { force: true })
  await replaceFile(places.current, `${version}\n`)
}

/** Back to the version before; the one that was left is not taken again by itself. */
export async function goBackTo(places: Places, version: string): Promise<void> {
  const left = await versionAt(places.current)
  if (left !== undefined) await replaceFile(places.refused, `${left}\n`)
  await switchTo(places, version)
}

export async function installFacts({ facts: path }: Places): Promise<InstallFacts> {
  const text = await textAt(path)
  if (text === undefined) return {}
  try {
    return facts.parse(JSON.parse(text))
  } catch (cause) {
    throw agentError('AGENT_NOT_INSTALLED', { cause, details: [{ en: `${path}.`, zh: `${path}。` }] })
  }
}

export async function keepFacts({ facts: path }: Places, kept: InstallFacts): Promise<void> {
  await replaceFile(path, `${JSON.stringify(facts.parse(kept), undefined, 2)}\n`)
}

export async function textAt(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
