import { rm } from 'node:fs/promises'
import { readToken, TerminalError } from '@nationec/terminal'
import { downloadFromAgent } from '@nationec/transport-http'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { interruption } from '../../command-line/interruption.ts'
import { version } from '../../command-line/version.ts'
import { printResult } from '../../output/print-result.ts'
import { say } from '../../output/say.ts'
import { type Flags, readCommandSettings } from '../../settings/settings.ts'
import { fillNewFile, makeNewFiles } from '../../terminal/new-files.ts'
import { allChecks } from '../doctor/doctor-command.ts'

export type BundleFlags = Flags & { readonly out: string; readonly json?: boolean }

/**
 * `nationec agent bundle`: the running agent's bundle for support, with what the doctor of this machine finds beside it.
 *
 * @throws `FILE_EXISTS`, `FOLDER_NOT_WRITABLE`, `SETTING_INVALID` before the agent is asked; its own refusals
 */
export async function bundleCommand(flags: BundleFlags): Promise<void> {
  const { out, json = false } = flags
  const surroundings = await readCommandSettings(flags)
  const { agent: address, agentTokenFile } = surroundings.settings
  const { token, issues } = await readToken(agentTokenFile)
  if (issues.length > 0) throw new TerminalError('SETTING_INVALID', { issues })
  await makeNewFiles({ path: out })
  try {
    const zip = await downloadFromAgent({ address, path: '/v1/bundle', token, signal: interruption() })
    const doctor = JSON.stringify({ version, checks: await allChecks(surroundings) }, undefined, 2)
    await fillNewFile(out, zipSync({ ...unzipSync(zip), 'doctor.json': strToU8(`${doctor}\n`) }))
  } catch (error) {
    await rm(out, { force: true })
    throw error
  }
  printResult({ file: out }, json, () => say(out))
}
