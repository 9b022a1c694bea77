import { findMessage, type Message } from '@nationec/protocol'
import { maskMessage } from '@nationec/protocol/privacy'
import type { BodyFlags } from '../../command-line/body-options.ts'
import { interruption } from '../../command-line/interruption.ts'
import { readBody } from '../../input/read-body.ts'
import { bodyTable } from '../../output/body-table.ts'
import { withReferences } from '../../output/references.ts'
import { say } from '../../output/say.ts'
import { whileWaiting } from '../../output/while-waiting.ts'
import { openTerminal, type Terminal, type TerminalFlags } from '../../terminal/open-terminal.ts'
import { prepareBody } from '../../terminal/prepare-body.ts'
import type { CallResult } from './call-result.ts'
import { printAnswer } from './print-answer.ts'

export type CallFlags = TerminalFlags & BodyFlags & { readonly raw?: boolean }

/** `nationec call`: one request of any interface. What a message describes is checked; `--raw` sends what is given. */
export async function callCommand(transType: string, flags: CallFlags): Promise<void> {
  await using terminal = await openTerminal(flags)
  const message = flags.raw === true ? undefined : findMessage(transType, terminal.profile)
  const given = await readBody(flags, message)
  const result =
    message === undefined
      ? await callRaw(transType, given, terminal)
      : await callChecked(transType, given, message, terminal)
  await printAnswer(result, flags.json === true, ({ body }) => {
    say(message === undefined ? maskedJson(body) : bodyTable(objectOf(body), message.response))
  })
}

async function callChecked(
  transType: string,
  given: Readonly<Record<string, unknown>>,
  message: Message,
  terminal: Terminal,
): Promise<CallResult> {
  const { body, references } = await prepareBody(given, message, terminal)
  try {
    const { deadline, url } = terminal.settings
    // What travels bare has an address of its own, and must not go to that of a transport by default.
    const options = { deadline, signal: interruption(), ...(message.bare === true && { url }) }
    const answer = await whileWaiting(terminal.client.request({ message, transType, data: body }, options))
    return { transType, checked: true, body: answer, references }
  } catch (error) {
    throw withReferences(error, references)
  }
}

async function callRaw(transType: string, data: unknown, { client, settings }: Terminal): Promise<CallResult> {
  const answer = await whileWaiting(
    client.request({ transType, data }, { deadline: settings.deadline, signal: interruption() }),
  )
  const { data: body, extData } = answer
  return {
    transType,
    checked: false,
    body: body ?? null,
    ...(extData === undefined ? {} : { extData }),
    references: {},
  }
}

function objectOf(body: unknown): Readonly<Record<string, unknown>> {
  return typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>) : {}
}

/** A body that no message describes, for people. */
function maskedJson(body: unknown): string {
  return JSON.stringify(JSON.parse(maskMessage(JSON.stringify(body))), null, 2)
}
