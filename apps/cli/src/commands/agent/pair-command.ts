import { rm } from 'node:fs/promises'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { transportError } from '@nationec/transport'
import { defaultAgentAddress, postToAgent } from '@nationec/transport-http'
import { interruption } from '../../command-line/interruption.ts'
import { cliError } from '../../errors/cli-error.ts'
import { printResult } from '../../output/print-result.ts'
import { say, tell } from '../../output/say.ts'
import { type Flags, readCommandSettings } from '../../settings/settings.ts'
import { fillNewFile, makeNewFiles } from '../../terminal/new-files.ts'

export type PairFlags = Flags & { readonly tokenOut: string; readonly json?: boolean }

/** As the agent's window shows it beside the code. */
const NAME = 'nationec'

/**
 * `nationec agent pair`: a token of the local agent in a file, for the code that stands in the agent's window.
 *
 * @throws `FILE_EXISTS`, `FOLDER_NOT_WRITABLE` before the agent is asked; its own refusals
 */
export async function pairCommand(flags: PairFlags): Promise<void> {
  const { tokenOut, json = false } = flags
  const { agent: address = defaultAgentAddress } = (await readCommandSettings(flags)).settings
  await makeNewFiles({ path: tokenOut })
  try {
    const signal = interruption()
    const { pairingId } = await postToAgent({ address, path: '/v1/pairings', body: { name: NAME }, signal })
    tell('six digits of the window of the agent 请输入代理窗口显示的六位配对码:')
    const body = { pairingId, code: await readCode(signal) }
    const { token, role, expiresAt } = await postToAgent({ address, path: '/v1/pairings/confirm', body, signal })
    if (typeof token !== 'string') throw transportError('agent', 'SEND_FAILED')
    await fillNewFile(tokenOut, `${token}\n`)
    printResult({ agent: new URL(address).href, tokenFile: tokenOut, role, expiresAt }, json, () => say(tokenOut))
  } catch (error) {
    await rm(tokenOut, { force: true })
    throw error
  }
}

/** The first line of stdin; it works once and for two minutes, so that it may be seen. */
async function readCode(signal: AbortSignal): Promise<string> {
  const lines = createInterface({ input: process.stdin, signal })
  for await (const line of lines) {
    if (line.trim() === '') continue
    lines.close()
    return line.trim().replaceAll(/\s/g, '')
  }
  throw cliError('INPUT_MISSING')
}
