import { requireOption } from '@nationec/errors'
import { optionErrorOf } from '@nationec/transport'
import { aTillName, CENTRE_QUEUE, isTillName, leaseSubject, TILL_QUEUE, tillInbox } from './subjects.ts'

/** What a user of a NATS server may do, in the words of the server's settings. */
export interface NatsPermissions {
  readonly subscribe: readonly string[]
  readonly publish: readonly string[]
  readonly allow_responses?: { readonly max: number; readonly expires: string }
}

/**
 * The permissions of one till: it listens on its own subjects, to requests in its queue group only, and publishes nothing
 * but replies and the request for its lease.
 *
 * Two replies: the question whether the exchange is still wanted, then the answer. The right to reply lasts ten minutes,
 * because one that ends before the terminal does drops the true answer.
 *
 * @throws `OPTION_INVALID` if the name is not one
 * @example
 * ```ts
 * import { tillPermissions } from '@nationec/transport-nats'
 *
 * console.log(tillPermissions('T12').publish) // [ 'fleet.T12.lease' ]
 * ```
 */
export function tillPermissions(till: string): NatsPermissions {
  requireOption(isTillName(till), 'till', aTillName, optionErrorOf('nats'))
  return {
    subscribe: [`till.${till}.> ${TILL_QUEUE}`, `till.${till}.*.*.yes.*`, `${tillInbox(till)}.>`],
    publish: [leaseSubject(till)],
    allow_responses: { max: 2, expires: '10m' },
  }
}

/** The permissions of the centre: it speaks to every till, hears what is sent to its own inbox, and gives leases. */
export function centrePermissions(): NatsPermissions {
  return {
    subscribe: ['_INBOX.>', `${leaseSubject('*')} ${CENTRE_QUEUE}`],
    publish: ['till.>'],
    allow_responses: { max: 1, expires: '1m' },
  }
}
