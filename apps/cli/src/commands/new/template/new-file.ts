/** A file of a new package. */
export interface NewFile {
  /** Relative to the package, with forward slashes. */
  readonly path: string
  readonly content: string
}
