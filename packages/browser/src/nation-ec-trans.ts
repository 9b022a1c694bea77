/**
 * The old pages' function over the agent: `NationEcTrans(url, json)`, the arguments and the answer of the control that
 * Internet Explorer loaded.
 *
 * Built as a script of its own: `<script src="http://127.0.0.1:33910/sdk/nation-ec-trans.js"></script>` defines
 * `NationEcTrans` for pages that wait for the answer, as the control made them, and `NationEcTransAsync` for pages that
 * can be changed. Pair once: `await NationEcTrans.pair('门诊收费')`, then `await pairing.confirm(code)`.
 *
 * @module
 */
import { localError, problemError } from './agent-error.ts'
import { createCaller, createSender, parse } from './call.ts'
import { DEFAULT_ADDRESSES, find } from './find.ts'
import { storageOf } from './page.ts'
import { createTokenStore, type Pairing, startPairing } from './pairing.ts'

const PATH = '/v1/nation-ec-trans'

/** The page that loads this script says where its agent is; without that, the first default address. */
const own = typeof document === 'undefined' ? null : (document.currentScript as HTMLScriptElement | null)
let address = own !== null && own.src !== '' ? new URL(own.src).origin : String(DEFAULT_ADDRESSES[0])

/** Kept longer than a tab: an old page has no place of its own where a cashier could pair again each morning. */
const tokens = createTokenStore(storageOf(longLivedStorage()))
const token = () => tokens.get(address)

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
  const request = new XMLHttpRequest()
  request.open('POST', address + PATH, false)
  request.setRequestHeader('Content-Type', 'application/json')
  request.setRequestHeader('Authorization', `Bearer ${token() ?? ''}`)
  try {
    request.send(JSON.stringify({ url, json }))
  } catch (cause) {
    throw localError('CONNECTION_LOST', 'unknown', { cause })
  }
  if (request.status === 200) return request.responseText
  throw problemError(parse(request.responseText), request.status, 'unknown')
}

/** The same without blocking the page. */
async function NationEcTransAsync(url: string, json: string): Promise<string> {
  const send = createSender(globalThis.fetch.bind(globalThis), address, token)
  return send({ method: 'POST', path: PATH, body: { url, json } })
}

NationEcTrans.pair = async (pageName: string): Promise<Pairing> => {
  const fetchPage = globalThis.fetch.bind(globalThis)
  address = (await find(fetchPage, [address, ...DEFAULT_ADDRESSES], (place) => tokens.get(place))).address
  return startPairing(createCaller(createSender(fetchPage, address, token)), pageName, (given) =>
    tokens.set(address, given),
  )
}

Object.assign(globalThis, { NationEcTrans, NationEcTransAsync })
