import { constants } from 'node:os'

/** The exceptions that libraries die of on Windows. */
const WINDOWS: Readonly<Record<number, string>> = {
  3221225477: 'access violation',
  3221225725: 'stack overflow',
  3221225620: 'division by zero',
  3221225501: 'illegal instruction',
  3221226356: 'heap corruption',
  3221226505: 'stack buffer overrun',
  3765269347: 'C++ exception',
  3762504530: '.NET exception',
  250477278: 'Delphi exception',
  1073741845: 'abort',
}

/** A name for an exception code or a signal number, with the number. */
export function faultName(code: number, windows: boolean): string {
  if (!windows) return Object.entries(constants.signals).find(([, number]) => number === code)?.[0] ?? `signal ${code}`
  const hexadecimal = `0x${code.toString(16).toUpperCase().padStart(8, '0')}`
  const name = WINDOWS[code]
  return name === undefined ? hexadecimal : `${hexadecimal} (${name})`
}
