// @everyday none
import assert from 'node:assert/strict'
import { readdirSync, rmSync } from 'node:fs'
import { describe, it } from 'node:test'
import { documentOf } from '../../fixtures/published-schema.ts'
import { nationec } from '../../fixtures/run-nationec.ts'
import { temporaryFolder } from '../../fixtures/temporary-folder.ts'

describe('nationec keys', () => {
  it('makes the two pairs of one side, shows their fingerprints again, and overwrites nothing', async () => {
    using folder = temporaryFolder()
    const keys = ['keys', '--folder', folder.in('till'), '--json']
    const made = documentOf('link-keys', (await nationec(...keys)).stdout)
    const names = ['link.private.pem', 'link.public.pem', 'signing.private.pem', 'signing.public.pem']
    assert.deepEqual(readdirSync(folder.in('till')).sort(), names)
    assert.deepEqual(documentOf('link-keys', (await nationec(...keys, '--show')).stdout), made)
    assert.equal((await nationec(...keys)).code, 5)
    assert.equal((await nationec('keys', '--folder', folder.in('none'), '--show')).code, 2)

    rmSync(folder.in('till/link.private.pem'))
    assert.equal((await nationec(...keys)).code, 5)
    assert.deepEqual(readdirSync(folder.in('till')).sort(), names.slice(1), 'no half of a new pair')
  })
})
