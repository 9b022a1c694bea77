import type { Issue } from './issue.ts'

/** What stands beside the fields of an answer that was read. */
export interface UnreadFields {
  /**
   * Side fields that came and could not be read, each with its path and the rule it broke, never its value. Absent when
   * everything was read.
   */
  readonly unreadFields?: readonly Issue[] | undefined
}
