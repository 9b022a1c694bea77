import process from 'node:process'

/** Waits until the program is ended, by Ctrl+C or by the system. */
export function untilInterrupted(): Promise<void> {
  const signals = process.platform === 'win32' ? (['SIGINT', 'SIGBREAK'] as const) : (['SIGINT', 'SIGTERM'] as const)
  return new Promise((resolve) => {
    for (const signal of signals) process.once(signal, () => resolve())
  })
}
