/**
 * `node in-one-process.ts PROGRAM…`: runs programs one after the other, so that what they all import is loaded once.
 *
 * Says {@link ENDED} when the last has ended. A program that ends the process, or leaves something running, keeps it from
 * ending well, and each is then run alone.
 */
import { pathToFileURL } from 'node:url'

export const ENDED = 'all programs have ended'

if (import.meta.main) {
  for (const program of process.argv.slice(2)) await import(pathToFileURL(program).href)
  console.log(ENDED)
}
