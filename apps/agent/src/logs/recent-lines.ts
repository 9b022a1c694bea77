import type { DestinationStream } from 'pino'

/** Lines of a till's day; they are short, and masked already. */
const KEPT = 2_000

/** A destination that passes lines on and keeps the last ones, for a bundle of support. */
export interface RecentLines extends DestinationStream {
  /** Oldest first. */
  text(): string
}

export function keepRecentLines(destination: DestinationStream, most: number = KEPT): RecentLines {
  const lines: string[] = []
  return {
    write(line) {
      lines.push(line)
      if (lines.length > most) lines.shift()
      destination.write(line)
    },
    text: () => lines.join(''),
  }
}
