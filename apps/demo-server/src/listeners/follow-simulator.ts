import { parsePush } from '@nationec/client/notifications'
import type { Profile } from '@nationec/protocol'
import type { Simulator } from '@nationec/simulator'
import type { EventLog } from '../events/event-log.ts'
import type { Logger } from '../logs/logger.ts'
import type { PushBook } from '../pushes/push-book.ts'
import { screenOf } from '../terminal/screen.ts'

export interface SimulatorFollower {
  readonly events: EventLog
  readonly pushes: PushBook
  readonly profile: Profile
  readonly logger: Pick<Logger, 'error'>
}

/** Lets pages see what happens at the simulated terminal, and takes its pushes as the centre's. */
export function followSimulator(
  simulator: Simulator,
  { events, pushes, profile, logger }: SimulatorFollower,
): () => void {
  const stopEvents = simulator.events((event) => {
    if (event.type === 'reboot') events.tell('terminal', { shows: 'reboot' })
    // The screen is told while the simulator still works on it: a moment later it is what people see.
    if (event.type === 'screen' || event.type === 'order')
      queueMicrotask(() => events.tell('terminal', screenOf(simulator)))
  })
  const stopPushes = simulator.onPush(({ text, attempt }) => {
    pushes
      .accept(parsePush(text, { profile }), { source: 'simulator', attempt })
      .catch((error: unknown) => logger.error({ error }, 'push not taken'))
  })
  return () => {
    stopEvents()
    stopPushes()
  }
}
