const RANGE = 2 ** 32

/**
 * The full offset that a 32-bit one on the line means: the one nearest to `near`. Offsets count bytes from the beginning of
 * an epoch; on the line they wrap at 4 GiB, and no window comes near half of that.
 */
export function expandOffset(onLine: number, near: number): number {
  return near + ((onLine - (near % RANGE)) | 0)
}
