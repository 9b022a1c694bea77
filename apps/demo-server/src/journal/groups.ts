/** Sets of names that hang together. */
export interface Groups {
  join(names: readonly string[]): void
  /** One name that stands for the group of another. */
  of(name: string): string
}

export function createGroups(): Groups {
  const parents = new Map<string, string>()

  function of(name: string): string {
    let root = name
    for (let parent = parents.get(root); parent !== undefined; parent = parents.get(root)) root = parent
    // The way is made short for the next one who asks.
    for (let at = name; at !== root; ) {
      const next = parents.get(at) ?? root
      parents.set(at, root)
      at = next
    }
    return root
  }

  return {
    join([first, ...others]) {
      if (first === undefined) return
      for (const other of others) {
        const [left, right] = [of(first), of(other)]
        if (left !== right) parents.set(right, left)
      }
    },
    of,
  }
}
