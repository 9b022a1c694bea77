/** One attempt of an operation: the stored row is its own while it is running and has this owner. */
export interface Attempt {
  readonly operation: string
  readonly owner: string
}
