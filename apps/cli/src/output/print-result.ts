import { sayJson } from './say.ts'

/** Prints a result: with `--json` the value itself, else what `text` makes of it. */
export function printResult<Result>(result: Result, json: boolean, text: (result: Result) => void): void {
  if (json) sayJson(result)
  else text(result)
}
