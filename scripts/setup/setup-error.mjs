/** A step of the set-up that failed: what to do, in both languages, and what the tool printed. */
export class SetupError extends Error {
  /**
   * @param {string} en
   * @param {string} zh
   * @param {string} output
   */
  constructor(en, zh, output) {
    super(`${en}\n${zh}`)
    this.name = 'SetupError'
    this.output = output
  }
}
