import { createHash } from 'node:crypto'
import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isNationEcError } from '@nationec/errors'
import { z } from 'zod'
import { agentError } from '../errors/agent-error.ts'
import { keepDocument, keptDocument } from '../signed/document-marks.ts'
import { isAddress, readPlace } from '../signed/document-place.ts'
import { openDocument } from '../signed/open-document.ts'
import { readVerifier } from '../signed/signing-keys.ts'
import { unpack } from './archive.ts'
import { askControl } from './control.ts'
import { currentVersion, goBackTo, installFacts, switchTo, textAt, versionAt, versionText } from './installation.ts'
import type { Places } from './places.ts'
import { checkedRelease, placeRelease, type ReleaseFolder } from './release-folder.ts'

const archive = z.strictObject({
  file: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,120}$/),
  size: z.int().min(1).max(500_000_000),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})

/** What a signed document of the kind `release` says. */
const content = z.strictObject({
  version: versionText,
  /** By system: `win-x64`, `linux-x64`, `linux-arm64`. */
  archives: z.record(z.string().max(40), archive),
  /** From when each group takes it; without this member every computer does at once. A group that is not named waits. */
  groups: z.record(z.string().max(64), z.iso.datetime({ offset: true })).optional(),
})

/** How an update went. */
export type UpdateOutcome =
  | { readonly outcome: 'updated'; readonly version: string; readonly before: string }
  | { readonly outcome: 'up-to-date' | 'gone-back-from'; readonly version: string }
  | { readonly outcome: 'not-yet'; readonly version: string; readonly from: string | undefined }

export interface UpdateOptions {
  readonly places: Places
  /** The folder or the address; default: what was said at the installation. */
  readonly from: string | undefined
  readonly now: number
  /** Also a version that was gone back from. */
  readonly again?: boolean
}

/** The name of the signed document beside the archives. */
const DOCUMENT = 'release.json'

/**
 * Takes the release that the hospital's IT has signed, if it is for this computer by now. The agent goes over to it when
 * its work in hand is done; the version before stays for a rollback.
 *
 * @throws `AGENT_NOT_INSTALLED`, `AGENT_UPDATE_NO_PLACE`, `DOCUMENT_*`, `AGENT_RELEASE_DAMAGED`, `AGENT_RELEASE_UNREACHABLE`
 */
export async function update({ places, from, now, again = false }: UpdateOptions): Promise<UpdateOutcome> {
  const before = await currentVersion(places)
  const facts = await installFacts(places)
  const place = from ?? facts.updateFrom
  const key = await textAt(places.key)
  if (place === undefined || key === undefined) throw agentError('AGENT_UPDATE_NO_PLACE')
  const texts = await readPlace(place, DOCUMENT)
  const last = (await keptDocument(places.home, 'release'))?.mark
  const { document, mark } = openDocument(texts, { kind: 'release', verifier: readVerifier(key), now, last })
  const said = content.safeParse(document.content)
  if (!said.success) throw agentError('DOCUMENT_INVALID', { cause: said.error })
  const { version, archives, groups } = said.data
  if (version === before) return { outcome: 'up-to-date', version }
  if (!again && (await versionAt(places.refused)) === version) return { outcome: 'gone-back-from', version }
  const begins = groups === undefined ? document.issuedAt : groups[facts.group ?? '']
  if (begins === undefined || Date.parse(begins) > now) return { outcome: 'not-yet', version, from: begins }
  const { target } = await checkedRelease(join(places.versions, before))
  const chosen = archives[target]
  if (chosen === undefined)
    throw agentError('DOCUMENT_INVALID', { details: [{ en: `archives: ${target}.`, zh: `archives：${target}。` }] })
  await takeArchive(await fetched(place, chosen), { version, target }, places)
  await keepDocument(places.home, 'release', { mark, texts })
  await rm(places.refused, { force: true })
  await goOverTo(places, version)
  return { outcome: 'updated', version, before }
}

/** The same for a parent that looks by itself: how it went, in a word. */
export async function updateWord(places: Places): Promise<string> {
  const { updateFrom } = await installFacts(places)
  if (updateFrom === undefined) return ''
  return update({ places, from: undefined, now: Date.now() }).then(
    ({ outcome }) => outcome,
    (error: unknown) => (isNationEcError(error) ? error.code : 'AGENT_FAILED'),
  )
}

/**
 * Goes back to the version before.
 *
 * @throws `AGENT_NOTHING_BEFORE`
 */
export async function rollback(places: Places): Promise<{ readonly version: string; readonly before: string }> {
  const before = await currentVersion(places)
  const version = await versionAt(places.previous)
  if (version === undefined || version === before) throw agentError('AGENT_NOTHING_BEFORE')
  await checkedRelease(join(places.versions, version))
  await goBackTo(places, version)
  await askControl(places, 'restart')
  return { version, before }
}

async function goOverTo(places: Places, version: string): Promise<void> {
  await switchTo(places, version, { onTrial: true })
  await askControl(places, 'restart')
  const kept = new Set([version, await versionAt(places.previous)])
  for (const name of await readdir(places.versions)) {
    // One whose Node still runs the parent cannot be removed on Windows; the next update finds it again.
    if (!kept.has(name)) await rm(join(places.versions, name), { recursive: true, force: true }).catch(() => {})
  }
}

type Wanted = Pick<ReleaseFolder, 'version' | 'target'>

async function takeArchive(bytes: Uint8Array, wanted: Wanted, places: Places): Promise<void> {
  const aside = join(places.home, 'unpacked')
  try {
    await rm(aside, { recursive: true, force: true })
    await unpack(bytes, aside)
    const release = await checkedRelease(aside)
    if (release.version !== wanted.version || release.target !== wanted.target)
      throw agentError('AGENT_RELEASE_DAMAGED')
    await placeRelease(release, places)
  } finally {
    await rm(aside, { recursive: true, force: true }).catch(() => {})
  }
}

const PATIENCE = 10 * 60 * 1_000

/** The archive, if its bytes are those that were signed. */
async function fetched(place: string, { file, size, sha256 }: z.infer<typeof archive>): Promise<Uint8Array> {
  const bytes = await bytesAt(place, file, size).catch((cause: unknown) => {
    throw agentError('AGENT_RELEASE_UNREACHABLE', { cause, details: [{ en: `${file}.`, zh: `${file}。` }] })
  })
  if (bytes.length !== size || createHash('sha256').update(bytes).digest('hex') !== sha256)
    throw agentError('AGENT_RELEASE_DAMAGED', { details: [{ en: `${file}.`, zh: `${file}。` }] })
  return bytes
}

async function bytesAt(place: string, file: string, size: number): Promise<Uint8Array> {
  if (!isAddress(place)) {
    const path = join(place, file)
    if ((await stat(path)).size !== size) return new Uint8Array()
    return readFile(path)
  }
  const url = new URL(file, place.endsWith('/') ? place : `${place}/`)
  const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(PATIENCE) })
  if (!response.ok || response.body === null) throw new Error(`answered with status ${response.status}`)
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of response.body) {
    length += part.length
    if (length > size) throw new RangeError('longer than signed')
    parts.push(part)
  }
  return Buffer.concat(parts)
}
