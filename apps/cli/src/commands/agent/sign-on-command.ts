import { readToken, TerminalError } from '@nationec/terminal'
import { postToAgent } from '@nationec/transport-http'
import { interruption } from '../../command-line/interruption.ts'
import { askHidden, canAsk } from '../../input/ask-hidden.ts'
import { readSecret } from '../../input/read-secret.ts'
import { printResult } from '../../output/print-result.ts'
import { say } from '../../output/say.ts'
import { type Flags, readCommandSettings } from '../../settings/settings.ts'

export type SignOnFlags = Flags & {
  readonly number: string
  readonly pinFile?: string
  readonly pinEnv?: string
  readonly json?: boolean
}

export type SignOffFlags = Flags & { readonly json?: boolean }

/** An operator, as the agent names one. */
interface SignedOn {
  readonly number: string
  readonly name: string
  readonly role: string
}

/**
 * `nationec agent sign-on`: an operator signs on for the commands of this token, until an hour of nothing has passed.
 *
 * @throws `SETTING_INVALID`, `INPUT_*`; `SIGN_ON_REFUSED`, `SIGN_ON_LOCKED` of the agent
 */
export async function signOnCommand(flags: SignOnFlags): Promise<void> {
  const { number, pinFile, pinEnv, json = false } = flags
  const at = await tokenAt(flags)
  const pin =
    pinFile === undefined && pinEnv === undefined && canAsk()
      ? await askHidden(`PIN ${number}:`)
      : await readSecret({ file: pinFile, variable: pinEnv, option: '--pin' })
  const { operator } = await postToAgent({ ...at, path: '/v1/session', body: { number, pin }, signal: interruption() })
  const { name, role } = operator as SignedOn
  printResult({ number, name, role }, json, () => say(`${number} ${name} ${role}`))
}

/** `nationec agent sign-off`: the operator of this token signs off. */
export async function signOffCommand(flags: SignOffFlags): Promise<void> {
  const { json = false } = flags
  const at = await tokenAt(flags)
  await postToAgent({ ...at, method: 'DELETE', path: '/v1/session', body: {}, signal: interruption() })
  printResult({ signedOff: true }, json, () => say('signed off 已签退'))
}

async function tokenAt(flags: Flags): Promise<{ readonly address: string | undefined; readonly token: string }> {
  const { agent: address, agentTokenFile } = (await readCommandSettings(flags)).settings
  const { token, issues } = await readToken(agentTokenFile)
  if (issues.length > 0) throw new TerminalError('SETTING_INVALID', { issues })
  return { address, token }
}
