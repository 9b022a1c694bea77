import { randomBytes } from 'node:crypto'
import type { CallOptions, Client } from '@nationec/client'
import { encodeRawRequest, type Profile } from '@nationec/protocol'
import type { Interceptor } from '@nationec/transport'

/** Sends a text as it is and gives the text of the answer as it came, in turn with everything else of the client. */
export type TextExchange = (text: string, options: CallOptions) => Promise<string>

interface Parcel {
  readonly text: string
  answer: string | undefined
}

const ANSWERED = '{"code":0}'

/**
 * Makes room for texts of old pages on the client's own line.
 *
 * The client is asked to send a request under a name that nobody else has; below it, on the way to the terminal, that
 * request is exchanged for the old page's text. So order, deadline and lost links stay the client's business.
 */
export function createTextExchange(): {
  /** The outermost layer of the client's transport. */
  readonly interceptor: Interceptor
  exchangeWith(client: Client, orgId: string, profile: Profile): TextExchange
} {
  const parcels = new Map<string, Parcel>()

  const interceptor: Interceptor = async (request, next) => {
    const parcel = parcels.get(request.text)
    if (parcel === undefined) return next(request)
    // Taken out at once: whatever comes under this name now, the text goes out a single time.
    parcels.delete(request.text)
    parcel.answer = await next({ ...request, text: parcel.text })
    return ANSWERED
  }

  return {
    interceptor,
    exchangeWith: (client, orgId, profile) => async (text, options) => {
      // Nobody can guess it: a request under this name from elsewhere would send the text of somebody else.
      const ticket = { transType: `text-${randomBytes(16).toString('base64url')}`, data: null }
      const name = encodeRawRequest({ orgId, ...ticket }, profile)
      const parcel: Parcel = { text, answer: undefined }
      parcels.set(name, parcel)
      try {
        await client.request(ticket, options)
        return parcel.answer ?? ''
      } finally {
        parcels.delete(name)
      }
    },
  }
}
