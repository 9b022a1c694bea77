import process from 'node:process'

/** The environment of the system's own tools: their place, and messages in the language that we read. */
export function systemPath(): { readonly PATH: string; readonly LC_ALL: string } {
  return { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C' }
}
