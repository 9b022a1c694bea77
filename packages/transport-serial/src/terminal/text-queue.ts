import type { RequestId } from '../message/message.ts'

/**
 * Which results and pushes leave when: one is under way at a time and none waits twice, so that a question about a long result
 * costs nothing while it is on its way, and a thousand of them take the memory of one.
 */
export interface TextQueue {
  /**
   * @param isFresh it goes in front of what is only said again
   * @returns true if it is to be sent now
   */
  add(id: RequestId, isFresh?: boolean): boolean
  /** The other side's link has it, or it could not be sent: gives the next one. */
  next(done: RequestId): RequestId | undefined
  /** The channel is gone, with what was under way. */
  clear(): void
}

export function createTextQueue(): TextQueue {
  const fresh = new Set<RequestId>()
  const again = new Set<RequestId>()
  let underWay: RequestId | undefined

  return {
    add(id, isFresh = false) {
      if (id === underWay || fresh.has(id)) return false
      if (underWay === undefined) {
        underWay = id
        return true
      }
      if (isFresh) again.delete(id)
      if (!again.has(id)) (isFresh ? fresh : again).add(id)
      return false
    },
    next(done) {
      if (done !== underWay) return undefined
      const [id] = fresh.size > 0 ? fresh : again
      underWay = id
      if (id !== undefined && !fresh.delete(id)) again.delete(id)
      return id
    },
    clear() {
      fresh.clear()
      again.clear()
      underWay = undefined
    },
  }
}
