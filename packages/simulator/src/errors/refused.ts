import { encodeRefusal, LIMITS } from '@nationec/protocol'
import { type SimulatedCodeName, simulatedCodes } from './simulated-codes.ts'

/** An operation's "no": a value, because a refusal is an answer like any other. */
export class Refused {
  readonly code: number
  readonly message: string

  constructor(code: number, message: string) {
    this.code = code
    this.message = message
  }
}

/** @param detail field paths or states; never a value of the request */
export function refuse(name: SimulatedCodeName, detail = ''): Refused {
  const { code, zh } = simulatedCodes[name]
  const message = detail === '' ? zh : `${zh}：${detail}`
  return new Refused(code, message.slice(0, LIMITS.message))
}

export function refusalText(orgId: string, { code, message }: Refused): string {
  return encodeRefusal({ orgId, code, message })
}
