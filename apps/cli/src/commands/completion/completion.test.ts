// @everyday none
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { describe, it } from 'node:test'
import { nationec } from '../../fixtures/run-nationec.ts'

describe('nationec completion', () => {
  for (const shell of ['bash', 'zsh', 'fish', 'powershell']) {
    it(`knows every command and its options in ${shell}, in plain ASCII`, async () => {
      const { code, stdout } = await nationec('completion', shell)
      assert.equal(code, 0)
      for (const word of ['simulate', 'dll', 'doctor', 'explain', 'org-id', 'json'])
        assert.ok(stdout.includes(word), word)
      assert.ok(!stdout.includes('--private-key ') && !/-l private-key /.test(stdout), 'a hidden option stays hidden')
      assert.match(stdout, /^[\x20-\x7e\n]*$/)
    })
  }

  it('offers in bash what may come next', {
    skip: spawnSync('bash', ['-c', 'true']).status !== 0 && 'no bash here',
  }, async () => {
    const { stdout } = await nationec('completion', 'bash')
    const offers = (...words: string[]): string[] => {
      const script = `${stdout}\nCOMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}; _nationec; echo "\${COMPREPLY[@]}"`
      return spawnSync('bash', ['-c', script], { encoding: 'utf8' }).stdout.trim().split(/\s+/)
    }
    assert.deepEqual(offers('nationec', 'simul'), ['simulate'])
    assert.deepEqual(offers('nationec', 'simulate', '--port', '1', 'dl'), ['dll'])
    assert.deepEqual(offers('nationec', 'simulate', 'dll', '--o'), ['--out'])
    assert.deepEqual(offers('nationec', 'crypto', 'expl'), ['explain'])
  })

  it('refuses a shell that it does not know', async () => {
    assert.equal((await nationec('completion', 'tcsh')).code, 2)
    assert.equal((await nationec('completion')).code, 2)
  })
})
