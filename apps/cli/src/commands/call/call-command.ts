import {
  decodeResponse,
  encodeRawRequest,
  encodeRequest,
  findMessage,
  type Message,
  operationOf,
  readAnswer,
} from '@nationec/protocol'
import { maskMessage } from '@nationec/protocol/privacy'
import { withKnownToken } from '../../books/known-token.ts'
import type { MoneyFlags } from '../../books/ledger-options.ts'
import { openBooks } from '../../books/open-books.ts'
import { stateLine } from '../../books/operation-note.ts'
import { concernsBooks, type Desk, type Performed, perform, performText } from '../../books/perform.ts'
import type { BodyFlags } from '../../command-line/body-options.ts'
import { interruption } from '../../command-line/interruption.ts'
import { readBody } from '../../input/read-body.ts'
import { bodyTable } from '../../output/body-table.ts'
import { withReferences } from '../../output/references.ts'
import { say } from '../../output/say.ts'
import { whileWaiting } from '../../output/while-waiting.ts'
import { openTerminal, type TerminalFlags } from '../../terminal/open-terminal.ts'
import { prepareBody } from '../../terminal/prepare-body.ts'
import type { CallResult } from './call-result.ts'
import { printAnswer } from './print-answer.ts'

export type CallFlags = TerminalFlags & BodyFlags & MoneyFlags & { readonly raw?: boolean }

type Body = Readonly<Record<string, unknown>>

/** `nationec call`: one request of any interface. What a message describes is checked; `--raw` sends what is given. */
export async function callCommand(transType: string, flags: CallFlags): Promise<void> {
  await using terminal = await openTerminal(flags)
  const { profile } = terminal
  const message = flags.raw === true ? undefined : findMessage(transType, profile)
  const given = await readBody(flags, message)
  const operation = operationOf(transType, profile)
  const isHarmless = findMessage(transType, profile)?.moves === 'nothing' && operation !== 'querySettlement'
  await using books = isHarmless ? undefined : await openBooks(terminal, flags)
  const desk = { terminal, books, flags }
  const result =
    message === undefined
      ? await callRaw(transType, given, desk)
      : await callChecked(transType, await withKnownToken(given, message, books), message, desk)
  await printAnswer(result, flags.json === true, ({ body }) => {
    if (result.operation !== undefined) say(`${stateLine(result.operation)}\n`)
    say(message === undefined ? maskedJson(body) : bodyTable(objectOf(body), message.response))
  })
}

async function callChecked(transType: string, given: Body, message: Message, desk: Desk): Promise<CallResult> {
  const { body, references } = await prepareBody(given, message, desk.terminal)
  try {
    const { answer, operation } = await answerTo(transType, body, message, desk)
    return { transType, checked: true, body: answer, references, ...(operation === undefined ? {} : { operation }) }
  } catch (error) {
    throw withReferences(error, references)
  }
}

/** An interface of this profile as such; a message of another generation that moves money as a text of its own. */
async function answerTo(transType: string, body: Body, message: Message, desk: Desk): Promise<Performed> {
  const { terminal, books, flags } = desk
  const { client, profile, settings } = terminal
  const options = { deadline: settings.deadline, signal: interruption() }
  const name = operationOf(transType, profile)
  if (books === undefined || (message.moves === 'nothing' && name !== 'querySettlement')) {
    // What travels bare has an address of its own, and must not go to that of a transport by default.
    const bare = message.bare === true ? { url: settings.url } : {}
    return { answer: await whileWaiting(client.request({ message, transType, data: body }, { ...options, ...bare })) }
  }
  if (name !== undefined && concernsBooks(name)) {
    const { answer, ...known } = await perform(desk, name, body, options)
    return { answer: objectOf(answer)['body'] ?? answer, ...known }
  }
  const text = encodeRequest(message, { orgId: settings.orgId, transType, data: body }, profile)
  const { answer, ...known } = await performText({ books, flags }, text, options)
  if (typeof answer !== 'string') return { answer, ...known }
  return { answer: decodeResponse(message, readAnswer(answer), { profile, request: body }), ...known }
}

async function callRaw(transType: string, data: unknown, { terminal, books, flags }: Desk): Promise<CallResult> {
  const { client, profile, settings } = terminal
  const options = { deadline: settings.deadline, signal: interruption() }
  if (books === undefined) {
    const answer = await whileWaiting(client.request({ transType, data }, options))
    return { transType, checked: false, ...partsOf(answer), references: {} }
  }
  const text = encodeRawRequest({ orgId: settings.orgId, transType, data }, profile)
  const { answer, operation } = await performText({ books, flags }, text, options)
  const parts = typeof answer === 'string' ? partsOf(readAnswer(answer)) : { body: answer }
  return { transType, checked: false, ...parts, references: {}, ...(operation === undefined ? {} : { operation }) }
}

function partsOf({ data, extData }: { readonly data?: unknown; readonly extData?: unknown }) {
  return { body: data ?? null, ...(extData === undefined ? {} : { extData }) }
}

function objectOf(body: unknown): Body {
  return typeof body === 'object' && body !== null ? (body as Body) : {}
}

/** A body that no message describes, for people. */
function maskedJson(body: unknown): string {
  return JSON.stringify(JSON.parse(maskMessage(JSON.stringify(body))), null, 2)
}
