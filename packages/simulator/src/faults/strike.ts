import type { Message } from '@nationec/protocol'
import { Refused, refusalText, refuse } from '../errors/refused.ts'
import { SimulatorFault } from '../errors/simulator-fault.ts'
import type { Random } from '../random/random.ts'
import { damage } from './damage.ts'
import type { Fault } from './fault.ts'
import { oddForm } from './odd-forms.ts'

/** What a fault can reach. */
export interface Surroundings {
  readonly signal: AbortSignal | undefined
  readonly orgId: string
  readonly message: Message | undefined
  readonly random: Random
  readonly sleep: (milliseconds: number) => Promise<void>
  /** The answer to an earlier request. */
  readonly earlierAnswer: string
  /** Restarts the terminal. */
  reboot(): void
  /** Carries the request out and gives its answer. */
  carryOut(): Promise<string>
}

/** Carries a request out, or not, and gives the answer that the fault leaves of it. */
export async function strike(fault: Fault, around: Surroundings): Promise<string> {
  const { carryOut, signal } = around
  switch (fault.kind) {
    case 'none':
    case 'refund-status':
      return carryOut()
    case 'lost-answer':
      await carryOut()
      return silence(signal)
    case 'lost-request':
      return silence(signal)
    case 'line-cut':
      if (fault.effect !== 'none') await carryOut()
      throw new SimulatorFault('SIMULATED_LINE_CUT')
    case 'line-down':
      throw new SimulatorFault('SIMULATED_LINE_DOWN')
    case 'slow':
      return slow(fault.milliseconds ?? 1000, fault.carriedOut ?? 'first', around)
    case 'busy':
      return refusalText(around.orgId, refuse('BUSY'))
    case 'refused':
      return refusalText(around.orgId, refusalOf(fault.code, fault.message))
    case 'garbled':
      return damage(await carryOut(), fault.how ?? 'cut', around.random)
    case 'empty':
      await carryOut()
      return ''
    case 'library-return':
      if (fault.effect !== 'none') await carryOut()
      throw new SimulatorFault('SIMULATED_LIBRARY_RETURN', { libraryReturn: fault.value ?? '-1' })
    case 'reboot':
      if (fault.effect !== 'none') await carryOut()
      around.reboot()
      throw new SimulatorFault('SIMULATED_REBOOT')
    case 'stale-answer':
      await carryOut()
      return around.earlierAnswer
    case 'odd-form': {
      const answer = await carryOut()
      return around.message === undefined ? answer : oddForm(answer, fault.form ?? 'data-as-text', around.message)
    }
  }
}

function refusalOf(code: number | undefined, message: string | undefined): Refused {
  const usual = refuse('REFUSED')
  return new Refused(code ?? usual.code, message ?? usual.message)
}

/** Says nothing until the caller gives up; without a signal it never ends. */
function silence(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    const giveUp = (): void => reject(new SimulatorFault('SIMULATED_SILENCE', { cause: signal?.reason }))
    if (signal?.aborted) giveUp()
    else signal?.addEventListener('abort', giveUp, { once: true })
  })
}

/** A caller who gives up meanwhile learns nothing, and what was asked happens all the same. */
function slow(milliseconds: number, carriedOut: 'first' | 'last', around: Surroundings): Promise<string> {
  const { signal, sleep, carryOut } = around
  const work = async (): Promise<string> => {
    if (carriedOut === 'last') await sleep(milliseconds)
    const answer = await carryOut()
    if (carriedOut === 'first') await sleep(milliseconds)
    return answer
  }
  return new Promise((resolve, reject) => {
    const giveUp = (): void => reject(new SimulatorFault('SIMULATED_SILENCE', { cause: signal?.reason }))
    const end = (): void => signal?.removeEventListener('abort', giveUp)
    signal?.addEventListener('abort', giveUp, { once: true })
    work().then(resolve, reject).finally(end)
  })
}
