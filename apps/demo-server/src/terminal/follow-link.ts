import { parsePush } from '@nationec/client/notifications'
import type { AgentContext } from '../agent-context.ts'
import { takeLate } from '../operations/take-late.ts'
import { orderMessages } from '../routes/order-messages.ts'
import { rawReferences } from '../routes/raw-references.ts'
import type { TerminalLink } from './terminal-link.ts'

/**
 * Takes what the terminal tells by itself. A push is a hint to query, so one that cannot be read is logged and let go:
 * refused, it would come again at every connection.
 */
export function followLink(link: TerminalLink, { pushes, profile, logger, books }: AgentContext): void {
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
