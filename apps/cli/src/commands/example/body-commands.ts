/** The commands that take a body. */
export const BODY_COMMANDS = ['credential', 'upload', 'place', 'query', 'revoke', 'refund', 'call'] as const

export type BodyCommand = (typeof BODY_COMMANDS)[number]
