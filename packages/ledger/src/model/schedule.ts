const SECOND = 1_000
const HOUR = 3_600 * SECOND

/** When questions are asked after an outcome became unknown, in milliseconds: nine in 15 minutes, then hourly for a day. */
const OFFSETS: readonly number[] = [
  ...[0, 3, 6, 12, 24, 48, 120, 300, 900].map((seconds) => seconds * SECOND),
  ...Array.from({ length: 24 }, (_, hour) => 900 * SECOND + (hour + 1) * HOUR),
]

/** From then on a person is called, with the spread of the schedule taken off. */
const PERSON_AFTER = 900 * SECOND * 0.8

/**
 * When the next question is due; `undefined` when the schedule is used up and only the daily comparison is left.
 *
 * Questions that fell into a time when no process was running are not made up for.
 *
 * @param asked how many were asked
 * @param spread 0 to below 1, by chance: each wait is up to 20 % shorter or longer
 */
export function nextQuestion(asked: number, unknownAt: number, now: number, spread: number): number | undefined {
  const factor = 0.8 + 0.4 * spread
  const [first] = OFFSETS.slice(asked)
    .map((offset) => unknownAt + Math.round(offset * factor))
    .filter((due) => due > now || asked === 0)
  return first
}

/** Whether it has been unknown for so long that a person is called. */
export function needsPerson(unknownAt: number, now: number): boolean {
  return now - unknownAt >= PERSON_AFTER
}
