import process from 'node:process'
import { median } from '../../../scripts/bench-kit.ts'

export type Work = () => unknown

/** The milliseconds of a processor that one run of each takes, round by round: all of one round ran right after each other. */
export type Rounds<Name extends string> = Readonly<Record<Name, readonly number[]>>

/** Runs all in turns, so that a bad moment of the machine meets them alike. */
export function interleaved<Name extends string>(
  works: ReadonlyMap<Name, Work>,
  { rounds = 9, milliseconds = 80 } = {},
): Rounds<Name> {
  const times = Object.fromEntries([...works.keys()].map((name) => [name, [] as number[]])) as Record<Name, number[]>
  for (const work of works.values()) timeOf(work, milliseconds / 2) // the engine compiles what runs often
  for (let round = 0; round < rounds; round += 1) {
    // Forwards and backwards, so that none always comes after the same one.
    const turn = round % 2 === 0 ? [...works] : [...works].reverse()
    for (const [name, work] of turn) times[name].push(timeOf(work, milliseconds))
  }
  return times
}

/** How many times as fast `name` is as `baseline`: the median over the rounds. */
export function speedUp<Name extends string>(times: Rounds<Name>, name: Name, baseline: Name): number {
  return median(times[name].map((time, round) => (times[baseline][round] ?? Number.NaN) / time))
}

/** Keeps the last result alive, so that no engine leaves the work out. */
let kept: unknown

/** By processor time: what else the machine does counts little. The clock is dear, so it is looked at behind ever more runs. */
function timeOf(work: Work, milliseconds: number): number {
  const start = processorTime()
  let runs = 0
  let elapsed = 0
  for (let batch = 1; elapsed < milliseconds; batch = elapsed < milliseconds / 8 ? batch * 2 : batch) {
    for (let run = 0; run < batch; run += 1) kept = work()
    runs += batch
    elapsed = processorTime() - start
  }
  return kept === work ? Number.NaN : elapsed / runs
}

function processorTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
