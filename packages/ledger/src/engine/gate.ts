/** Keeps the ledger's own questions away from a terminal that serves a cashier. One gate for each client. */
export interface Gates {
  /** Work of a cashier: a question that is under way is given up. */
  cashier<Result>(client: object, work: () => Promise<Result>): Promise<Result>
  /** A question, one at a time; `busy` when a cashier is served or another question is under way. */
  question<Result>(client: object, work: (signal: AbortSignal) => Promise<Result>): Promise<Result | 'busy'>
  isBusy(client: object): boolean
  /** Gives up every question that is under way. */
  abort(): void
}

interface Gate {
  cashiers: number
  question: AbortController | undefined
}

export function createGates(): Gates {
  const gates = new WeakMap<object, Gate>()
  const questions = new Set<AbortController>()

  function gateOf(client: object): Gate {
    const gate = gates.get(client) ?? { cashiers: 0, question: undefined }
    gates.set(client, gate)
    return gate
  }

  return {
    async cashier(client, work) {
      const gate = gateOf(client)
      gate.cashiers += 1
      gate.question?.abort()
      try {
        return await work()
      } finally {
        gate.cashiers -= 1
      }
    },
    async question(client, work) {
      const gate = gateOf(client)
      if (gate.cashiers > 0 || gate.question !== undefined) return 'busy'
      const controller = new AbortController()
      gate.question = controller
      questions.add(controller)
      try {
        return await work(controller.signal)
      } finally {
        gate.question = undefined
        questions.delete(controller)
      }
    },
    isBusy(client) {
      const { cashiers, question } = gateOf(client)
      return cashiers > 0 || question !== undefined
    },
    abort() {
      for (const controller of questions) controller.abort()
    },
  }
}
