/** 122 random bits as hex digits. */
export function randomId(): string {
  return crypto.randomUUID().replaceAll('-', '')
}

const ID = /^[0-9a-f]{32,64}$/

/** Tells whether a text is an id as {@link randomId} makes them: one token of a subject, and nothing else. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && ID.test(value)
}
