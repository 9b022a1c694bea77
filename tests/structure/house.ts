/**
 * The house: a package may import packages of a lower level, never sideways or up.
 */
const LEVELS: readonly (readonly [name: RegExp, level: number])[] = [
  [/^(errors|crypto)$/, 0],
  [/^(protocol|transport)$/, 1],
  [/^(transport-.+|payment-centre)$/, 2],
  [/^(simulator|client|browser|terminal)$/, 3],
  [/^ledger$/, 4],
  [/^(agent|console|docs|gateway|demo-server|cli)$/, 5],
]

/** Arrows that run sideways and are allowed. */
const SIDEWAYS: readonly (readonly [from: RegExp, to: RegExp])[] = [
  // The base error imports nothing, and the errors of crypto are of its kind.
  [/^crypto$/, /^errors$/],
  // The terminal can be the simulator, and that knows no settings.
  [/^terminal$/, /^simulator$/],
  // The demonstration is the agent with a simulator plugged in.
  [/^demo-server$/, /^agent$/],
  // The gateway is the agent with its tills behind a server.
  [/^gateway$/, /^agent$/],
]

/** Arrows that point down and are still wrong. */
const FORBIDDEN: readonly (readonly [from: RegExp, to: RegExp, reason: string])[] = [
  [/^simulator$/, /^transport(-.+)?$/, 'the simulator offers a handler and knows no transport'],
  [/^client$/, /^transport-.+$/, 'the client takes any transport as a value and knows none by name'],
]

const SCOPE = '@nationec/'

/** The name within our scope, or `undefined` for a package of another author. */
export function ourName(packageName: string): string | undefined {
  return packageName.startsWith(SCOPE) ? packageName.slice(SCOPE.length) : undefined
}

/** The level of one of our packages, or `undefined` if the table has none for it yet. */
export function levelOf(name: string): number | undefined {
  return LEVELS.find(([pattern]) => pattern.test(name))?.[1]
}

/** Why one of our packages must not import another one, or `undefined` if it may. */
export function wrongArrow(from: string, to: string): string | undefined {
  const [fromLevel, toLevel] = [levelOf(from), levelOf(to)]
  if (fromLevel === undefined) return `${from} has no level: give it one in tests/structure/house.ts`
  if (toLevel === undefined) return `${to} has no level: give it one in tests/structure/house.ts`
  if (SIDEWAYS.some(([source, target]) => source.test(from) && target.test(to))) return undefined
  if (toLevel >= fromLevel)
    return `${from} (L${fromLevel}) must not import ${to} (L${toLevel}): arrows run downward only`
  const rule = FORBIDDEN.find(([source, target]) => source.test(from) && target.test(to))
  return rule === undefined ? undefined : `${from} must not import ${to}: ${rule[2]}`
}
