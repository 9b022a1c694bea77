import process from 'node:process'

/** A page that waits for its code to be typed. */
export interface WaitingPage {
  readonly code: string
  readonly name: string
  readonly origin: string
  readonly expiresAt: number
}

/** What the agent tells its parent. Codes are for the person at this screen; they are in no log. */
export type ChildNews =
  | { readonly type: 'listening'; readonly url: string; readonly startUrl: string }
  | { readonly type: 'pairings'; readonly waiting: readonly WaitingPage[] }
  | { readonly type: 'unknown'; readonly id: string; readonly kind: string }

/** What the parent tells the agent. */
export interface ParentWord {
  readonly type: 'stop'
  /** Milliseconds to wait for work in hand. */
  readonly within: number
}

/** Tells the parent, where there is one. */
export function tellParent(news: ChildNews): void {
  if (process.connected) process.send?.(news)
}

/** Calls back when the parent wants a stop, or has gone: an agent that nothing restarts must not hold the terminal. */
export function onParentStops(stop: (within: number | undefined) => void): void {
  if (!process.connected) return
  process.on('message', (word: ParentWord) => {
    if (word.type === 'stop') stop(word.within)
  })
  process.on('disconnect', () => stop(undefined))
}
