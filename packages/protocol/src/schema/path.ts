/** Writes a path as a reader would: `feedetailList[3].cnt`. */
export function pathText(path: readonly PropertyKey[]): string {
  let written = ''
  for (const step of path) {
    if (typeof step === 'number') written += `[${step}]`
    else written += `${written === '' ? '' : '.'}${safeName(String(step))}`
  }
  return written
}

/** A field name comes from the caller's data when it is unknown to us: show it only if it looks like a name. */
export function safeName(name: string): string {
  return /^[A-Za-z_][\w.-]{0,40}$/.test(name) ? name : '<unprintable field name>'
}
