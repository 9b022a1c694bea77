/** True if two types are one, readonly and optional marks included. */
export type Equal<Left, Right> =
  (<T>() => T extends Left ? 1 : 2) extends <T>() => T extends Right ? 1 : 2 ? true : false

/** Compiles only for `true`. */
export function isTrue<_Condition extends true>(): void {}
