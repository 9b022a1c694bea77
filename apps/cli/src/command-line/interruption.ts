import process from 'node:process'

/**
 * Gives a signal that is aborted when Ctrl+C is pressed: the call in hand is given up properly, and the exit code
 * says what became of it. A second Ctrl+C ends the program at once.
 */
export function interruption(): AbortSignal {
  const controller = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => controller.abort())
  return controller.signal
}
