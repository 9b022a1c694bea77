import { spawn } from 'node:child_process'
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { agentError } from '../errors/agent-error.ts'
import { replaceFile } from '../files/replace-file.ts'
import { isAddress } from '../signed/document-place.ts'
import { readVerifier } from '../signed/signing-keys.ts'
import { autostartOf } from './autostart.ts'
import { askControl } from './control.ts'
import { installFacts, keepFacts, switchTo, textAt, versionAt } from './installation.ts'
import { type Places, programOf } from './places.ts'
import { checkedRelease, placeRelease } from './release-folder.ts'

/** What `nationec-agent install` takes. */
export interface InstallOptions {
  readonly places: Places
  /** The folder that was unpacked. */
  readonly release: string
  /** A file or an address with the settings for all computers; without it those that are there stay. */
  readonly settings: string | undefined
  /** The public key that signs updates. */
  readonly key: string | undefined
  readonly group: string | undefined
  readonly updateFrom: string | undefined
  readonly start: boolean
  /** Checks a text of settings before it is taken. Throws `SETTING_INVALID`. */
  readonly checkSettings: (path: string) => Promise<unknown>
}

/**
 * Installs for this user, or installs anew over what is there. What was there last stays for a rollback.
 *
 * @throws `AGENT_RELEASE_DAMAGED`, `AGENT_KEY_PINNED`, `AGENT_SETTINGS_UNREADABLE`, `AGENT_AUTOSTART_REFUSED`, and what the
 *   settings are wrong in
 */
export async function install(options: InstallOptions): Promise<string> {
  const { places, start } = options
  const release = await checkedRelease(options.release)
  await mkdir(places.home, { recursive: true, mode: 0o700 })
  await takeSettings(options)
  await pinKey(options)
  await placeRelease(release, places)
  const { group, updateFrom } = { ...(await installFacts(places)), ...given(options) }
  await keepFacts(places, { ...(group !== undefined && { group }), ...(updateFrom !== undefined && { updateFrom }) })
  const before = await versionAt(places.current)
  await switchTo(places, release.version)
  await placeLauncher(options.release, places)
  await autostartOf(places).enable()
  if (before !== undefined && before !== release.version) await askControl(places, 'restart')
  if (start) await startKeeper(places)
  return release.version
}

function given({ group, updateFrom }: InstallOptions) {
  return { ...(group !== undefined && { group }), ...(updateFrom !== undefined && { updateFrom }) }
}

async function takeSettings({ settings, places, checkSettings }: InstallOptions): Promise<void> {
  if (settings === undefined) {
    if ((await textAt(places.settings)) === undefined) throw agentError('AGENT_SETTINGS_UNREADABLE')
    return
  }
  const text = await readSettingsText(settings).catch((cause: unknown) => {
    throw agentError('AGENT_SETTINGS_UNREADABLE', { cause })
  })
  const draft = `${places.settings}.draft`
  await replaceFile(draft, text)
  await checkSettings(draft)
  await replaceFile(places.settings, text)
}

const PATIENCE = 15_000

async function readSettingsText(place: string): Promise<string> {
  if (!isAddress(place)) return readFile(place, 'utf8')
  const response = await fetch(place, { redirect: 'error', signal: AbortSignal.timeout(PATIENCE) })
  if (!response.ok) throw new Error(`answered with status ${response.status}`)
  return response.text()
}

/** Pinned once: another key is taken only where the agent was uninstalled before, by a person at this computer. */
async function pinKey({ key, places }: InstallOptions): Promise<void> {
  if (key === undefined) return
  const text = await readFile(key, 'utf8').catch((cause: unknown) => {
    throw agentError('DOCUMENT_KEY_INVALID', { cause })
  })
  const { keyId } = readVerifier(text)
  const pinned = await textAt(places.key)
  if (pinned === undefined) await replaceFile(places.key, text)
  else if (readVerifier(pinned).keyId !== keyId) throw agentError('AGENT_KEY_PINNED')
}

/** What starts the parent at logon: a program without a window on Windows, a script elsewhere. */
async function placeLauncher(release: string, places: Places): Promise<void> {
  if (process.platform === 'win32') {
    // One that runs cannot be written over; it is the same for many versions.
    await copyFile(join(release, 'nationec-agent.exe'), places.launcher).catch(async (error: unknown) => {
      if ((await readFile(places.launcher).catch(() => undefined)) === undefined) throw error
    })
    return
  }
  const script = [
    '#!/bin/sh',
    'here=$(dirname "$(readlink -f "$0")")',
    'version=$(cat "$here/current")',
    'exec "$here/versions/$version/node" "$here/versions/$version/agent.mjs" "$@"',
    '',
  ].join('\n')
  await writeFile(join(places.home, 'nationec-agent'), script, { mode: 0o755 })
}

/** Milliseconds until the parent must answer; a slow computer with a virus scanner needs many. */
const ANSWERS_WITHIN = 30_000

/** Starts the parent, where none is there, so that it outlives this program. */
async function startKeeper(places: Places): Promise<void> {
  if ((await askControl(places, 'state')) !== undefined) return
  const version = (await versionAt(places.current)) ?? ''
  const { node, script } = programOf(places, version)
  const [program, ...args] = process.platform === 'win32' ? [places.launcher] : [node, script, 'keep']
  spawn(program, args, { cwd: places.home, detached: true, stdio: 'ignore', windowsHide: true }).unref()
  const until = performance.now() + ANSWERS_WITHIN
  while ((await askControl(places, 'state')) === undefined) {
    if (performance.now() > until)
      throw agentError('AGENT_NOT_STARTED', { details: [{ en: `${places.log}.`, zh: `${places.log}。` }] })
    await sleep(100)
  }
}
