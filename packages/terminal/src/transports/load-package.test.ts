import assert from 'node:assert/strict'
import { it } from 'node:test'
import { TerminalError } from '@nationec/terminal'
import { loadPackage } from './load-package.ts'

it('a package that is not installed is named with the command that installs it; other failures pass', async () => {
  const name = '@nationec/not-installed'
  await assert.rejects(
    loadPackage(name, () => import(name)),
    (error) =>
      error instanceof TerminalError &&
      error.code === 'TRANSPORT_PACKAGE_MISSING' &&
      error.message.includes('npm install @nationec/not-installed'),
  )
  const inside = Object.assign(new Error('Cannot find package other'), { code: 'ERR_MODULE_NOT_FOUND' })
  await assert.rejects(
    loadPackage(name, () => Promise.reject(inside)),
    inside,
  )
})
