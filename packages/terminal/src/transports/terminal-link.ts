/** What became of a request after its caller had gone. */
export interface LateOutcome {
  /** Its text. */
  readonly request: string
  /** The text of the answer; `undefined` when it was not carried out and never will be. */
  readonly answer: string | undefined
}

/** What a way to the terminal knows and tells besides its answers. */
export interface TerminalLink {
  /** Whether the terminal is there, as far as the way itself notices. True before anything was tried. */
  readonly up: boolean
  /** Hears what the terminal tells by itself (clause 4.3). What `hear` has returned from counts as taken. */
  onPush(hear: (text: string) => void): void
  /** Hears what became of requests whose caller was told `unknown`. */
  onLate(hear: (late: LateOutcome) => void): void
}
