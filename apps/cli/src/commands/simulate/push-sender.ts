import type { Simulator } from '@nationec/simulator'

/** Milliseconds a hospital may take to accept a push; then it counts as lost. */
const PATIENCE = 10_000

/**
 * Sends each push once to a URL, as the centre's plain body.
 *
 * Nothing is repeated: a lost push is what a hospital must live with. Repeats are a setting of the simulator.
 */
export function sendPushes(simulator: Simulator, url: string, tell: (line: string) => void): () => void {
  return simulator.onPush(({ text, payOrdId, attempt }) => {
    void send(url, text).then((outcome) => tell(`   push 推送 ${payOrdId}, attempt ${attempt}: ${outcome}`))
  })
}

async function send(url: string, text: string): Promise<string> {
  const headers = { 'Content-Type': 'application/json; charset=utf-8' }
  try {
    const { status } = await fetch(url, { method: 'POST', headers, body: text, signal: AbortSignal.timeout(PATIENCE) })
    return `HTTP ${status}`
  } catch {
    return 'not accepted 未送达'
  }
}
