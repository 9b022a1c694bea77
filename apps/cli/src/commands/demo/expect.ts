/** Stops the demo when something is not as it must be: a demo that shows a wrong thing as right would be a lie. */
export function expect(condition: boolean, what: string): asserts condition {
  if (!condition) throw new Error(`demo: expected that ${what}`)
}
