/**
 * The old pages' function over the agent: `NationEcTrans(url, json)`, the arguments and the answer of the control that
 * Internet Explorer loaded.
 *
 * Built as a script of its own: `<script src="http://127.0.0.1:33910/sdk/nation-ec-trans.js"></script>` defines
 * `NationEcTrans` for pages that wait for the answer, as the control made them, and `NationEcTransAsync` for pages that
 * can be changed. Pair once: `NationEcTrans.pair('门诊收费').then(...)` gives a pairing, `pairing.confirm(code)` ends it.
 *
 * The script runs in the IE mode of Edge from document mode 10 on, where there are no promises: `pair` and `confirm`
 * block there, and have nothing but `then`.
 *
 * @module
 */
import { atOnce } from './at-once.ts'
import { createCaller, createSender, parse } from './call.ts'
import { DEFAULT_ADDRESSES, find } from './find.ts'
import { storageOf } from './page.ts'
import { createTokenStore, type OldPairing, type Pairing, startPairing } from './pairing.ts'
import { browserTooOld, sendNow } from './send-now.ts'

const PATH = '/v1/nation-ec-trans'

let address = addressOfScript() ?? String(DEFAULT_ADDRESSES[0])

/** Kept longer than a tab: an old page has no place of its own where a cashier could pair again each morning. */
const tokens = createTokenStore(storageOf(longLivedStorage()))
const token = () => tokens.get(address)

/** The page that loads this script says where its agent is. Internet Explorer tells the last script, which runs now. */
function addressOfScript(): string | undefined {
  if (typeof document === 'undefined') return undefined
  const { currentScript, scripts } = document
  const own = (currentScript as HTMLScriptElement | null | undefined) ?? scripts[scripts.length - 1]
  return /^https?:\/\/[^/]+(?:\/tills\/[\w-]+(?=\/))?/.exec(own?.src ?? '')?.[0]
}

function longLivedStorage() {
  try {
    return { storage: globalThis.localStorage }
  } catch {
    return {}
  }
}

/**
 * Sends one request text to the terminal and returns the answer's text, as `OutData` was returned.
 *
 * Blocks the page until the answer comes, as the control did. Throws an `AgentError` when there is no answer: read
 * `delivery` before anything else; `unknown` means query, never repeat.
 */
function NationEcTrans(url: string, json: string): string {
  return sendNow(address + PATH, { url, json }, token())
}

const hasPromises = (): boolean => typeof Promise === 'function' && typeof fetch === 'function'

/** The same without blocking the page. */
function NationEcTransAsync(url: string, json: string): Promise<string> {
  if (!hasPromises()) throw browserTooOld()
  const send = createSender(globalThis.fetch.bind(globalThis), address, token)
  return send({ method: 'POST', path: PATH, body: { url, json } })
}

NationEcTrans.pair = (pageName: string): PromiseLike<OldPairing> =>
  hasPromises() ? pairSoon(pageName) : atOnce(() => pairNow(pageName))

const keep = (given: string): void => tokens.set(address, given)

async function pairSoon(pageName: string): Promise<Pairing> {
  const fetchPage = globalThis.fetch.bind(globalThis)
  address = (await find(fetchPage, [address, ...DEFAULT_ADDRESSES], (place) => tokens.get(place))).address
  return startPairing(createCaller(createSender(fetchPage, address, token)), pageName, keep)
}

/** Only at the address of the script: to look for another one would block the page for long. */
function pairNow(pageName: string): OldPairing {
  const call = (path: string, body: object) => parse(sendNow(address + path, body, null)) as Record<string, string>
  const { pairingId, expiresAt = '' } = call('/v1/pairings', { name: pageName })
  return {
    expiresAt,
    confirm: (code) => atOnce(() => keep(call('/v1/pairings/confirm', { pairingId, code })['token'] ?? '')),
  }
}

const page = globalThis as unknown as Record<string, unknown>
page['NationEcTrans'] = NationEcTrans
page['NationEcTransAsync'] = NationEcTransAsync
