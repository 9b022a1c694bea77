const CLOSING: Readonly<Record<string, string>> = { '{': '}', '[': ']', '(': ')' }

/** For each opening bracket that is closed, the place behind its closing one. One pass, also where brackets are not in pairs. */
export function bracketEnds(text: string): ReadonlyMap<number, number> {
  const ends = new Map<number, number>()
  const open: { readonly at: number; readonly closing: string }[] = []
  const waiting: Record<string, number> = { '}': 0, ']': 0, ')': 0 }
  for (const { 0: bracket, index } of text.matchAll(/[[\](){}]/g)) {
    const closing = CLOSING[bracket]
    if (closing !== undefined) {
      open.push({ at: index, closing })
      waiting[closing] = (waiting[closing] ?? 0) + 1
      continue
    }
    // A closing bracket without its opening one is part of the text, such as the one of `1)`.
    while ((waiting[bracket] ?? 0) > 0) {
      const inner = open.pop()
      if (inner === undefined) break
      waiting[inner.closing] = (waiting[inner.closing] ?? 0) - 1
      if (inner.closing !== bracket) continue
      ends.set(inner.at, index + 1)
      break
    }
  }
  return ends
}
