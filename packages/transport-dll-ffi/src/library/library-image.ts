/** What the header of a library file says, read without loading it. */
export interface LibraryImage {
  /** `pe` is Windows, `elf` Linux, `macho` macOS. */
  readonly format: 'pe' | 'elf' | 'macho'
  /** Of the library; 0 for a Mach-O file that holds several. */
  readonly bits: 0 | 32 | 64
  readonly machine: Machine
  /** For a Mach-O file that holds several; otherwise the one. */
  readonly machines: readonly Machine[]
  /** The libraries that this one needs, as they are named in it. Empty where the table cannot be read. */
  readonly imports: readonly string[]
  /** The names it exports, at most 65,536. Empty where the table cannot be read, as in packed files. */
  readonly exports: readonly string[]
  /** Windows: the file version of its version resource, as `1.0.0.1`. */
  readonly fileVersion: string | undefined
}

/** A processor. */
export type Machine = 'x86' | 'x64' | 'arm' | 'arm64' | 'universal' | 'other'

/** Gives what `read` gives, or `otherwise` where the file ends too early or points outside itself. */
export function orElse<Value>(otherwise: Value, read: () => Value): Value {
  try {
    return read()
  } catch (error) {
    if (error instanceof RangeError) return otherwise
    throw error
  }
}
