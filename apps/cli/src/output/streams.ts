import process from 'node:process'

/** One of the two outputs. */
export type Output = 'stdout' | 'stderr'

const underWay: Readonly<Record<Output, Set<Promise<void>>>> = { stdout: new Set(), stderr: new Set() }
const failures: Partial<Record<Output, Error>> = {}

/**
 * Writes, and remembers a failure for {@link whenWritten}: a full disk, a reader that has gone away. After a failure it
 * writes no more: what follows a gap would be misread, and Deno never tells of a second write to such an output.
 */
export function write(output: Output, content: string | Uint8Array): void {
  if (failures[output] !== undefined) return
  const written = new Promise<void>((resolve) => {
    const settle = (error?: Error | null): void => {
      if (error !== undefined && error !== null) failures[output] ??= error
      resolve()
    }
    try {
      process[output].write(content, settle)
    } catch (error) {
      // Deno throws here what the others tell later.
      settle(error instanceof Error ? error : new Error('not written', { cause: error }))
    }
  })
  underWay[output].add(written)
  written.then(() => underWay[output].delete(written))
}

/** Waits until the system has taken everything; gives the first failure, if there was one. */
export async function whenWritten(output: Output): Promise<Error | undefined> {
  await Promise.all(underWay[output])
  return failures[output]
}

/** Whether a reader has gone away (`nationec … | head`): it has what it wanted. */
export function isGoneReader(error: Error): boolean {
  return 'code' in error && (error.code === 'EPIPE' || error.code === 'EOF')
}

/** A failure of an output is an event, too, which would end the program with a stack and a wrong exit code. */
export function takeFailuresAsResults(): void {
  for (const output of ['stdout', 'stderr'] as const) process[output].on('error', () => {})
}
