import { parsePush } from '@nationec/client/notifications'
import type { Profile } from '@nationec/protocol'
import type { TerminalLink } from '@nationec/terminal'
import type { LateAnswers } from '../ledger/late-answers.ts'
import type { Logger } from '../logs/logger.ts'
import type { PushBook } from '../pushes/push-book.ts'

/** What takes the news of the link. */
export interface LinkFollower {
  readonly pushes: Pick<PushBook, 'accept'>
  readonly late: Pick<LateAnswers, 'take'>
  readonly profile: Profile
  readonly logger: Pick<Logger, 'error'>
}

/**
 * Takes what the terminal tells by itself. A push is a hint to query, so one that cannot be read is logged and let go:
 * refused, it would come again at every connection.
 */
export function followLink(link: TerminalLink, { pushes, late, profile, logger }: LinkFollower): void {
  link.onPush((text) => {
    try {
      const push = parsePush(text, { profile })
      pushes.accept(push, { source: 'terminal' }).catch((error: unknown) => logger.error({ error }, 'push not taken'))
    } catch (error) {
      logger.error({ error }, 'push not readable')
    }
  })
  link.onLate(late.take)
}
