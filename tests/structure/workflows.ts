import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { filesBelow } from '../../scripts/workspaces.mjs'

/** One step of a workflow, or of an action that this repository brings. */
export interface Step {
  readonly file: string
  /** The job; empty in an action. */
  readonly job: string
  readonly run?: string
  readonly uses?: string
}

interface Steps {
  readonly steps?: readonly { readonly run?: string; readonly uses?: string }[]
}

/** A job as far as the rules look at it. */
export interface Job extends Steps {
  readonly 'timeout-minutes'?: number
}

interface Workflow {
  readonly permissions?: unknown
  readonly jobs: Readonly<Record<string, Job>>
}

/** Every workflow of the repository, with its text. */
export function workflowsOf(top: string): { file: string; text: string; workflow: Workflow }[] {
  return filesBelow(top, '.github/workflows', (file) => file.endsWith('.yml')).map((file) => {
    const text = readFileSync(join(top, file), 'utf8')
    return { file, text, workflow: parse(text) }
  })
}

/** Every step that GitHub runs for this repository. */
export function stepsOf(top: string): Step[] {
  const inWorkflows = workflowsOf(top).flatMap(({ file, workflow }) =>
    Object.entries(workflow.jobs).flatMap(([job, { steps = [] }]) => steps.map((step) => ({ ...step, file, job }))),
  )
  const inActions = filesBelow(top, '.github/actions', (file) => file.endsWith('.yml')).flatMap((file) => {
    const { runs }: { runs: Steps } = parse(readFileSync(join(top, file), 'utf8'))
    return (runs.steps ?? []).map((step) => ({ ...step, file, job: '' }))
  })
  return [...inWorkflows, ...inActions]
}

/** What breaks a rule of ours, one sentence each; the linter knows the rules of GitHub. */
export function wrongWorkflows(top: string): string[] {
  const unpinned = stepsOf(top)
    .filter(({ uses }) => uses !== undefined && !uses.startsWith('./') && !/@[0-9a-f]{40}$/.test(uses))
    .map(({ file, uses }) => `${file}: ${uses} is not pinned by a commit hash`)
  const careless = workflowsOf(top).flatMap(({ file, workflow }) => [
    ...(workflow.permissions === undefined ? [`${file}: does not say its permissions`] : []),
    ...Object.entries(workflow.jobs)
      .filter(([, job]) => job['timeout-minutes'] === undefined)
      .map(([name]) => `${file}: the job ${name} has no timeout-minutes`),
  ])
  return [...unpinned, ...careless]
}
