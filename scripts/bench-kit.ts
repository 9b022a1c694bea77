/**
 * What the bench files share. A number of a shared machine means little by itself: compare two things within one run, in
 * turns, and take the median.
 */

/** The work that is measured; what it returns is kept, so that no engine may leave the work out. */
export type Work = () => unknown

/** Prints a result in the form that `npm run bench` collects. */
export function report(name: string, value: number): void {
  console.log(`BENCH ${name} ${Number(value.toPrecision(4))}`)
}

/** The middle of the values: a few bad moments of the machine do not move it. */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('the median of no values')
  const ascending = [...values].sort((a, b) => a - b)
  const middle = ascending.length / 2
  const low = ascending[Math.ceil(middle) - 1] ?? Number.NaN
  const high = ascending[Math.floor(middle)] ?? Number.NaN
  return (low + high) / 2
}

export interface Sampling {
  /** How many samples of each; default 15. */
  readonly samples?: number
  /** How long one sample runs at least, in milliseconds; default 40, many times the clock's grain. */
  readonly milliseconds?: number
}

/** How many times as long `work` takes as `baseline`, both run in turns. */
export async function ratio(
  work: Work,
  baseline: Work,
  { samples = 15, milliseconds = 40 }: Sampling = {},
): Promise<number> {
  await timeOf(work, milliseconds) // warm up: the engine compiles what runs often
  await timeOf(baseline, milliseconds)
  const ratios: number[] = []
  for (let sample = 0; sample < samples; sample += 1) {
    ratios.push((await timeOf(work, milliseconds)) / (await timeOf(baseline, milliseconds)))
  }
  return median(ratios)
}

/** How often `work` runs in a second. */
export async function perSecond(work: Work, { samples = 9, milliseconds = 200 }: Sampling = {}): Promise<number> {
  await timeOf(work, milliseconds)
  const times: number[] = []
  for (let sample = 0; sample < samples; sample += 1) times.push(await timeOf(work, milliseconds))
  return 1000 / median(times)
}

/** Keeps the last result of the work alive. */
let kept: unknown

/** The milliseconds of one run of `work`, from as many runs as fill the given time. */
async function timeOf(work: Work, milliseconds: number): Promise<number> {
  const start = performance.now()
  let runs = 0
  let elapsed = 0
  do {
    kept = work()
    // Only what is asynchronous is waited for: an await costs more than many a small piece of work.
    if (kept instanceof Promise) kept = await kept
    runs += 1
    elapsed = performance.now() - start
  } while (elapsed < milliseconds)
  return elapsed / runs
}
