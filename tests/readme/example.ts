/** A piece of code that a reader is shown. */
export interface Example {
  /** Where it stands, relative to the top. */
  readonly file: string
  /** The line of its first line of code, from 1. */
  readonly line: number
  readonly code: string
  /** A `js` block: a program for plain Node, with `require`. */
  readonly commonJs?: true
  /** Why it is only type-checked, if it is. */
  readonly notRun?: string
}
