import { parsePush } from '@nationec/client/notifications'
import type { Profile } from '@nationec/protocol'
import type { EventLog } from '../events/event-log.ts'
import type { Logger } from '../logs/logger.ts'
import type { PushBook } from '../pushes/push-book.ts'
import type { AttachedSimulator, PluggedSimulator } from './plugged-simulator.ts'

/** What takes the news of a simulated terminal. */
export interface SimulatorFollower {
  readonly events: Pick<EventLog, 'tell'>
  readonly pushes: Pick<PushBook, 'accept'>
  readonly profile: Profile
  readonly logger: Pick<Logger, 'error'>
}

/** Lets pages see what happens at the simulated terminal, and takes its pushes as the centre's. */
export function attachSimulator(
  simulator: PluggedSimulator | undefined,
  { events, pushes, profile, logger }: SimulatorFollower,
): AttachedSimulator {
  if (simulator === undefined) return { endpoints: [], detach: () => {} }
  return simulator.attach({
    show: (screen) => events.tell('terminal', screen),
    push(text, attempt) {
      pushes
        .accept(parsePush(text, { profile }), { source: 'simulator', attempt })
        .catch((error: unknown) => logger.error({ error }, 'push not taken'))
    },
  })
}
