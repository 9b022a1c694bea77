import type {
  CallOptions,
  Generation,
  PlaceOrderParameters,
  RefundParameters,
  RevokeFeesParameters,
  TextOptions,
  UploadFeesParameters,
} from '@nationec/client'
import type { Fact } from '../model/facts.ts'
import type {
  LedgerOperation,
  PlaceOperation,
  RefundOperation,
  RevokeOperation,
  TextOperation,
  UploadOperation,
} from '../model/view.ts'
import type { LedgerClient, Parts } from './parts.ts'
import { factOfBody, factOfError, factOfText, INTERFACES } from './read-outcome.ts'
import { type IntentParts, intentOf, intentOfText, type OperationOptions, readText } from './requests.ts'
import type { Runner } from './run-operation.ts'

/** Options of an operation and of its call. */
export type MoneyOptions = OperationOptions & CallOptions
export type MoneyTextOptions = OperationOptions & TextOptions

/** A text that moves nothing was passed on, and is not in the ledger. */
export interface PassedText {
  readonly state: 'passed'
  readonly text: string
}

/** The operations that move money. */
export interface MoneyCalls<Chosen extends Generation> {
  /** 费用上传 (clause 4.1), at most once for each key. */
  uploadFees(parameters: UploadFeesParameters<Chosen>, options: MoneyOptions): Promise<UploadOperation<Chosen>>
  /** 支付下单 (6202), at most once for each key. */
  placeOrder(parameters: PlaceOrderParameters, options: MoneyOptions): Promise<PlaceOperation>
  /** 撤销费用明细上传 (clause 4.4), at most once for each key. */
  revokeFees(parameters: RevokeFeesParameters<Chosen>, options: MoneyOptions): Promise<RevokeOperation<Chosen>>
  /** 医保退费 (clause 4.5), at most once for each key, and never more than was paid in a bucket. */
  refund(parameters: RefundParameters<Chosen>, options: MoneyOptions): Promise<RefundOperation<Chosen>>
  /**
   * Sends a text that was made elsewhere, at most once for each key; one that moves nothing is passed on.
   *
   * What the protocol does not know may move money: it holds every order that it names, however deep.
   *
   * @throws `TEXT_AMBIGUOUS` for a text that two readers could take for two requests
   */
  exchangeText(text: string, options: MoneyTextOptions): Promise<TextOperation | PassedText>
}

/** Milliseconds of a call that has no deadline of its own: the transports' default. */
const DEADLINE = 120_000
/** Beyond its deadline a call has this long to store its outcome, then its process counts as dead. */
const GRACE = 60_000

export function createMoneyCalls<Chosen extends Generation>(parts: Parts, runner: Runner): MoneyCalls<Chosen> {
  const { profile, store, clock, instance } = parts
  let attempts = 0

  function intentParts({ deadline = DEADLINE }: Pick<CallOptions, 'deadline'>): IntentParts {
    attempts += 1
    const now = clock()
    return {
      digest: (text) => store.digest(text),
      owner: `${instance}/${attempts}`,
      now,
      lease: now + deadline + GRACE,
    }
  }

  function call(kind: keyof typeof INTERFACES) {
    return async (parameters: unknown, options: MoneyOptions): Promise<LedgerOperation> => {
      const body = (parameters ?? {}) as Readonly<Record<string, unknown>>
      const intent = intentOf(kind, body, options ?? {}, intentParts(options ?? {}))
      return runner.run(intent, (client) => send(client, kind, body, options))
    }
  }

  async function send(
    client: LedgerClient,
    kind: keyof typeof INTERFACES,
    body: Readonly<Record<string, unknown>>,
    { signal, deadline, url, extData }: CallOptions,
  ): Promise<Fact> {
    const operation = client[INTERFACES[kind]] as (
      parameters: unknown,
      options: CallOptions,
    ) => Promise<Readonly<Record<string, unknown>>>
    try {
      const answer = await operation(body, { signal, deadline, url, extData })
      return factOfBody(kind, answer, profile, 'answer')
    } catch (error) {
      return factOfError(error)
    }
  }

  async function exchangeText(text: string, options: MoneyTextOptions): Promise<TextOperation | PassedText> {
    const read = readText(text, profile)
    const { key, scope, till, operator, notDuplicate, request, againAfterRefusal, ...textOptions } = options
    const { kind } = read
    if (kind === 'none') {
      const client = parts.clientOf(till)
      return { state: 'passed', text: await parts.gates.cashier(client, () => client.exchangeText(text, textOptions)) }
    }
    const intent = intentOfText({ ...read, kind }, text, options, intentParts(options))
    return runner.run(intent, (client) =>
      sendText(client, kind, text, read.body, textOptions),
    ) as Promise<TextOperation>
  }

  async function sendText(
    client: LedgerClient,
    kind: Parameters<typeof factOfText>[0],
    text: string,
    request: Readonly<Record<string, unknown>>,
    options: TextOptions,
  ): Promise<Fact> {
    try {
      const answer = await client.exchangeText(text, options)
      const fact = factOfText(kind, answer, profile, { request, proof: 'answer' })
      // The author of the text reads the answer as it came, also one that refuses.
      if (fact.type === 'done') return { ...fact, answer: JSON.stringify(answer) }
      return fact.type === 'refused' ? { ...fact, failure: { ...fact.failure, text: answer } } : fact
    } catch (error) {
      return factOfError(error)
    }
  }

  return {
    uploadFees: call('upload') as MoneyCalls<Chosen>['uploadFees'],
    placeOrder: call('place') as MoneyCalls<Chosen>['placeOrder'],
    revokeFees: call('revoke') as MoneyCalls<Chosen>['revokeFees'],
    refund: call('refund') as MoneyCalls<Chosen>['refund'],
    exchangeText,
  }
}
