const SECOND = 1_000
const HOUR = 3_600 * SECOND

/** When questions are asked after an outcome became unknown, in milliseconds: nine in 15 minutes, then hourly for a day. */
const OFFSETS: readonly number[] = [
  ...[0, 3, 6, 12, 24, 48, 120, 300, 900].map((seconds) => seconds * SECOND),
  ...Array.from({ length: 24 }, (_, hour) => 900 * SECOND + (hour + 1) * HOUR),
]

/** From then on a person is called: the earliest that the question at 15 minutes can be. */
const PERSON_AFTER = 780 * SECOND

/**
 * When the next question is due; `undefined` when the schedule is used up and only the daily comparison is left.
 *
 * Questions that fell into a time when no process was running are not made up for.
 *
 * @param asked how many were asked
 * @param spread 0 to below 1, by chance: each wait is up to 20 % shorter or longer
 */
export function nextQuestion(asked: number, unknownAt: number, now: number, spread: number): number | undefined {
  const due = OFFSETS.map((offset, index) => {
    const wait = offset - (OFFSETS[index - 1] ?? 0)
    return unknownAt + offset + Math.round((0.4 * spread - 0.2) * wait)
  })
  return due.slice(asked).find((time) => time > now || asked === 0)
}

/** Whether it has been unknown for so long that a person is called. */
export function needsPerson(unknownAt: number, now: number): boolean {
  return now - unknownAt >= PERSON_AFTER
}
