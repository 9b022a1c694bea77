import type { HostKind } from '../options/notice.ts'

/** How a host is started. */
export interface HostCommand {
  readonly kind: HostKind
  readonly program: string
  readonly args: readonly string[]
  /** Added to this process's own environment. */
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Whether the library's prints go to this program's standard error. */
  readonly showPrints: boolean
}
