import { cp } from 'node:fs/promises'
import { resolve } from 'node:path'
import { packageBuild } from '../../tsup.base.ts'

/** What the agent serves and others build: the console, the documents at /docs/, and the script for old pages at /sdk/. */
async function copyPages(): Promise<void> {
  await cp(resolve('../console/dist'), resolve('dist/console'), { recursive: true })
  await cp(resolve('../docs/dist'), resolve('dist/docs'), { recursive: true })
  await cp(resolve('../../packages/browser/dist/nation-ec-trans.js'), resolve('dist/sdk/nation-ec-trans.js'))
}

export default packageBuild(
  { index: 'src/index.ts', endpoints: 'src/endpoints.ts', program: 'src/program.ts' },
  { platform: 'node', onSuccess: copyPages },
)
