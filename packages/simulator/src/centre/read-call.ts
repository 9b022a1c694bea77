import { type CentreOperation, type EnvelopeKeys, isCentreError, openEnvelope } from '@nationec/payment-centre'
import { LIMITS } from '@nationec/protocol'
import type { SimulatedCodeName } from '../errors/simulated-codes.ts'

/** A request whose envelope is right, as the terminal's side of the simulator reads it. */
export interface CentreCall {
  readonly operation: CentreOperation
  readonly text: string
}

/** The operation that a path names; the letter case matters, and a base path may stand before it. */
export function operationOf(url: string, { profile }: EnvelopeKeys): CentreOperation | undefined {
  const { pathname } = new URL(url)
  const found = Object.entries(profile.paths).find(([, path]) => pathname.endsWith(path))
  return found?.[0] as CentreOperation | undefined
}

/** Opens the envelope of a request and writes it as the terminal would, or names the refusal. */
export async function readCall(
  operation: CentreOperation,
  sealed: string,
  { orgCodg, keys }: { readonly orgCodg: string; readonly keys: EnvelopeKeys },
): Promise<CentreCall | SimulatedCodeName> {
  const body = await openBody(sealed, keys)
  if (body === undefined) return 'ENVELOPE_REFUSED'
  const data: Readonly<Record<string, unknown>> = JSON.parse(body)
  const named = data['orgCodg']
  if (named !== undefined && named !== orgCodg) return 'INSTITUTION_MISMATCH'
  const transType = keys.profile.messages.transTypes[operation]
  return { operation, text: JSON.stringify({ orgId: orgCodg, transType, data }) }
}

async function openBody(sealed: string, keys: EnvelopeKeys): Promise<string | undefined> {
  try {
    return (await openEnvelope(sealed, keys)).body?.text
  } catch (error) {
    if (!isCentreError(error)) throw error
    return undefined
  }
}

/** The text of a request; `undefined` when it is longer than the interface allows. */
export async function readText(request: Request): Promise<string | undefined> {
  const bytes = await request.arrayBuffer()
  return bytes.byteLength > LIMITS.whole ? undefined : new TextDecoder().decode(bytes)
}
