import type { EventEmitter } from 'node:events'
import process from 'node:process'

const SIGNALS = ['SIGINT', 'SIGHUP', 'SIGTERM'] as const

/**
 * Lets a child end as this process is told to, and gives a way to stop that.
 *
 * A console sends Ctrl+C and its own end to every process in it: the child has it already, and a second one would tell the
 * agent to stop without waiting for the terminal.
 */
export function passSignalsOn(
  child: { kill(signal: NodeJS.Signals): unknown },
  { inConsole, told = process }: { readonly inConsole: boolean; readonly told?: Pick<EventEmitter, 'on' | 'off'> },
): () => void {
  const passOn = (signal: NodeJS.Signals): void => {
    if (signal === 'SIGTERM' || !inConsole) child.kill(signal)
  }
  for (const signal of SIGNALS) told.on(signal, passOn)
  return () => {
    for (const signal of SIGNALS) told.off(signal, passOn)
  }
}

/** Whether Ctrl+C can be pressed. */
export function inConsole(): boolean {
  return [process.stdin, process.stdout, process.stderr].some(({ isTTY }) => isTTY === true)
}
