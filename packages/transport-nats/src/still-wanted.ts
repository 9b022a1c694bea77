import type { Msg } from '@nats-io/transport-node'
import { envelopeOf } from './envelope.ts'

/** Milliseconds that a caller has to say that it still waits: a caller that was paused longer is told that it was not carried out. */
const PATIENCE = 5_000

/** Asks callers whether they still wait. */
export interface Wanted {
  /** @param send sends the question, with the subject that its answer goes to */
  ask(id: string, left: number, send: (reply: string) => void): Promise<boolean>
  /** Takes an answer. */
  hear(message: Msg): void
}

/** @param subject the answers come on its sub-subjects, one for each exchange */
export function createWanted(subject: string): Wanted {
  const waiting = new Map<string, (wanted: boolean) => void>()
  return {
    async ask(id, left, send) {
      let timer: ReturnType<typeof setTimeout> | undefined
      const answer = new Promise<boolean>((resolve) => {
        waiting.set(id, resolve)
        timer = setTimeout(() => resolve(false), Math.min(left, PATIENCE))
      })
      try {
        send(`${subject}.${id}`)
        return await answer
      } finally {
        clearTimeout(timer)
        waiting.delete(id)
      }
    },
    hear(message) {
      // Only a plain yes counts: a no, and the server's word that the caller is gone, are both no.
      waiting.get(message.subject.slice(subject.length + 1))?.(envelopeOf(message).kind === 'yes')
    },
  }
}
