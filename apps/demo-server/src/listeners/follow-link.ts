import { parsePush } from '@nationec/client/notifications'
import type { Profile } from '@nationec/protocol'
import type { TerminalLink } from '@nationec/terminal'
import type { Logger } from '../logs/logger.ts'
import type { Books } from '../operations/books.ts'
import { orderMessages } from '../operations/order-messages.ts'
import { rawReferences } from '../operations/raw-references.ts'
import { takeLate } from '../operations/take-late.ts'
import type { PushBook } from '../pushes/push-book.ts'

/** What takes the news of the link. */
export interface LinkFollower {
  readonly pushes: Pick<PushBook, 'accept'>
  readonly profile: Profile
  readonly logger: Pick<Logger, 'error'>
  readonly books: Books
}

/**
 * Takes what the terminal tells by itself. A push is a hint to query, so one that cannot be read is logged and let go:
 * refused, it would come again at every connection.
 */
export function followLink(link: TerminalLink, { pushes, profile, logger, books }: LinkFollower): void {
  link.onPush((text) => {
    try {
      pushes.accept(parsePush(text, { profile }), { source: 'terminal' })
    } catch (error) {
      logger.error({ error }, 'push not readable')
    }
  })
  const { upload } = orderMessages(profile)
  link.onLate((late) => {
    takeLate({ books, profile, upload, readNumbers: rawReferences }, late).catch((error: unknown) => {
      logger.error({ error }, 'late answer not taken')
    })
  })
}
