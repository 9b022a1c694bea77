import { z } from 'zod'

const milliseconds = z.int().min(1).max(600_000)

/**
 * What can be said of the serial link besides port, rate and keys. It is closed: keys in a setting would stand in
 * process lists and configuration files, so a member that holds one is refused.
 */
export const serialMore = z.strictObject({
  binding: z.enum(['auto', 'stty', 'serialport']).optional(),
  /** Rates that are tried when no answer comes at the port's own. */
  bauds: z.array(z.int().min(50).max(12_000_000)).max(16).optional(),
  deadline: milliseconds.optional(),
  openLimit: milliseconds.optional(),
  /** How long an unplugged cable is waited for. Default 30,000; 0 does not wait. */
  reopenWithin: z.int().min(0).max(600_000).optional(),
  compress: z.boolean().optional(),
  brotli: z.boolean().optional(),
})

export type SerialMore = z.output<typeof serialMore>

/** Members that people try to put keys into. */
export const KEY_MEMBERS: ReadonlySet<string> = new Set([
  'keys',
  'link',
  'signing',
  'terminal',
  'peer',
  'privateKey',
  'publicKey',
])
