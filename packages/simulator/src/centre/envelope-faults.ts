/** What can go wrong between the centre and the hospital although the centre did its work. */
export type EnvelopeFault =
  /** The answer has no signature. */
  | 'unsigned'
  /** The answer is signed with another key. */
  | 'forged'
  /** The answer is genuine and was signed a year ago: a recorded one. */
  | 'recorded'
  /** The answer was changed on its way. */
  | 'changed'
  /** A gateway gives up on the centre: HTTP 504. */
  | 'gateway-timeout'
  /** The answer points somewhere else: HTTP 307. */
  | 'redirect'

const FAULTS: Readonly<Record<EnvelopeFault, true>> = {
  unsigned: true,
  forged: true,
  recorded: true,
  changed: true,
  'gateway-timeout': true,
  redirect: true,
}

/** Every kind of envelope fault, for menus and documentation. */
export const envelopeFaults = Object.keys(FAULTS) as readonly EnvelopeFault[]

/** Puts a sealed answer into an HTTP answer, as the fault leaves it. */
export function damaged(sealed: string, fault: EnvelopeFault | undefined): Response {
  switch (fault) {
    case 'unsigned': {
      const { signData: _, ...rest } = JSON.parse(sealed) as Record<string, unknown>
      return json(JSON.stringify(rest))
    }
    case 'changed': {
      const envelope = JSON.parse(sealed) as Record<string, unknown>
      return json(JSON.stringify({ ...envelope, timestamp: '1000000000000' }))
    }
    case 'gateway-timeout':
      return new Response('<html><body>504 Gateway Time-out</body></html>', {
        status: 504,
        headers: { 'content-type': 'text/html' },
      })
    case 'redirect':
      return new Response(null, { status: 307, headers: { location: '/elsewhere' } })
    default:
      return json(sealed)
  }
}

export function json(text: string): Response {
  return new Response(text, { headers: { 'content-type': 'application/json; charset=utf-8' } })
}
