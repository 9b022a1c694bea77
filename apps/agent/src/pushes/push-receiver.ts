import type { PaymentPush } from '@nationec/client/notifications'

/**
 * Takes the centre's request and gives the answer to it; `accept` tells the agent of a push that was verified, and resolves
 * when the agent has it.
 */
export type PushReceiver = (request: Request, accept: (push: PaymentPush) => Promise<void>) => Promise<Response>
