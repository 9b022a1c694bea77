/** Where a value stands. Kept as steps: most values are right, and a path is written only for one that is not. */
export type Path = readonly PropertyKey[]

/** Writes a path as a reader would: `feedetailList[3].cnt`. */
export function pathText(path: Path): string {
  let written = ''
  for (const step of path) {
    if (typeof step === 'number') written += `[${step}]`
    else written += `${written === '' ? '' : '.'}${safeName(String(step))}`
  }
  return written
}

/** A field name comes from the caller's data when it is unknown to us: show it only if it looks like a name. */
function safeName(name: string): string {
  return /^[A-Za-z_][\w.-]{0,40}$/.test(name) ? name : '<unprintable field name>'
}
