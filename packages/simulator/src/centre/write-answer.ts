import { type EnvelopeKeys, sealEnvelope } from '@nationec/payment-centre'
import { type SimulatedCodeName, simulatedCodes } from '../errors/simulated-codes.ts'

/** Seals an answer of the simulator; `undefined` for one that a fault has left unreadable. */
export async function sealAnswer(answer: string, moment: number, keys: EnvelopeKeys): Promise<string | undefined> {
  const read = parsed(answer)
  if (typeof read !== 'object' || read === null) return undefined
  const { code, message, data } = read as Readonly<Record<string, unknown>>
  const body = typeof data === 'string' ? parsed(data) : data
  const header = headerOf(Number(code), typeof message === 'string' && message !== 'null' ? message : '')
  return sealEnvelope({ header, data: body ?? undefined, moment }, keys)
}

/** Seals a refusal of the envelope itself. */
export function sealRefusal(name: SimulatedCodeName, moment: number, keys: EnvelopeKeys): Promise<string> {
  const { code, zh } = simulatedCodes[name]
  return sealEnvelope({ header: headerOf(code, zh), moment }, keys)
}

function headerOf(code: number, message: string) {
  return { code, success: code === 0, message: message === '' && code === 0 ? '成功' : message }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
