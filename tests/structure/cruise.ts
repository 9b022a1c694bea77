import { cruise, type ICruiseResult } from 'dependency-cruiser'
import { configuration } from '../../.dependency-cruiser.mjs'
import { workspaces } from '../../scripts/workspaces.mjs'

/** What dependency-cruiser finds in the sources of every package below `top`, by `.dependency-cruiser.mjs`. */
export async function cruiseSources(top: string): Promise<ICruiseResult> {
  const { forbidden = [], options } = configuration(top)
  const folders = workspaces(top).map(({ folder }) => `${folder}/src`)
  const { output } = await cruise(folders, { ...options, ruleSet: { forbidden }, validate: true, baseDir: top })
  if (typeof output === 'string') throw new TypeError('dependency-cruiser gave a text instead of a result')
  return output
}

/** The violations, one sentence each. */
export function violationsIn({ summary }: ICruiseResult): string[] {
  return summary.violations.map(({ rule, from, to, cycle = [] }) =>
    [`${rule.name}: ${from}`, ...(cycle.length > 0 ? cycle.map(({ name }) => name) : [to])].join(' → '),
  )
}
