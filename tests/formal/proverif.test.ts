// @runtimes node
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { describe, it } from 'node:test'
import { modelFiles, modelPath, readModel, readRecorded, sha256 } from './models.ts'
import { queriesOf, readVerdicts } from './verdicts.ts'

const { models } = readRecorded()
const hasTool = spawnSync('proverif', ['-help'], { stdio: 'ignore' }).error === undefined
const skip = hasTool ? false : 'ProVerif is not in PATH, and Debian has no package of it: the results stand as recorded'

describe('the recorded results of the handshake’s model', () => {
  it('name every model, and no other', () => assert.deepEqual(models.map(({ file }) => file).sort(), modelFiles()))

  for (const { file, sha256: recordedHash, mustFail, recorded, expected } of models) {
    const results = { ...recorded, ...expected }

    it(`belong to ${file} as it is`, () => {
      assert.equal(
        sha256(readModel(file)),
        recordedHash,
        `${file} has changed: run ProVerif and write down its results`,
      )
    })

    it(`say of ${file} only what it asks, and nothing twice`, () => {
      const queries = queriesOf(readModel(file))
      for (const query of Object.keys(results)) assert.ok(queries.includes(query), `${file} does not ask ${query}`)
      for (const query of Object.keys(recorded)) assert.ok(!(query in expected), `${query} is recorded and expected`)
      for (const query of mustFail) assert.equal(results[query], false, `${query} must fail`)
    })
  }

  it('hold for the model itself: all six queries, and the exchange can come to its end', () => {
    const model = models.find(({ file }) => file === 'msl-1.pv')
    assert.deepEqual(model?.recorded, {
      'attacker(secReq)': true,
      'attacker(secResp)': true,
      'inj-event(I_done)': true,
      'inj-event(T_done)': true,
      'inj-event(ReqRun)': true,
      'inj-event(RespGot)': true,
    })
    assert.deepEqual(model?.expected, { 'event(RespGot)': false })
  })
})

describe('the negative controls', () => {
  const model = readModel('msl-1.pv')
  const beforeRoles = (text: string): string => text.slice(0, text.indexOf('let inst('))
  const control = (name: string): string =>
    readModel(`controls/${name}.pv`).replace(/^\(\* Negative control: .* \*\)\n/, '')

  it('all have a query that must fail', () => {
    for (const { file, mustFail } of models) assert.equal(mustFail.length > 0, file !== 'msl-1.pv', file)
  })

  for (const [name, role] of Object.entries({ institution: 'inst', terminal: 'term' })) {
    it(`differ from the model in nothing but when the key of the ${name} is known`, () => {
      const late = `!${role}(sk,pk(sk)) | phase 1; out(c, sk)`
      assert.equal(model.split(late).length, 2)
      assert.equal(control(`${name}-key-stolen`), model.replace(late, late.replace('phase 1; ', '')))
    })
  }

  it('ask the same queries as the model where only the two roles are other', () => {
    const other = control('signed-ephemerals')
    assert.equal(beforeRoles(other), beforeRoles(model))
    assert.equal(other.slice(other.indexOf('process\n')), model.slice(model.indexOf('process\n')))
    assert.notEqual(other, model)
  })
})

describe('ProVerif itself', () => {
  for (const { file, recorded, expected } of models) {
    it(`says the same of ${file}`, { skip }, () => {
      const run = spawnSync('proverif', [modelPath(file)], { encoding: 'utf8', timeout: 300_000 })
      assert.equal(run.status, 0, `${run.error ?? ''}${run.stdout}${run.stderr}`)
      const verdicts = readVerdicts(run.stdout)
      assert.deepEqual(Object.keys(verdicts).sort(), queriesOf(readModel(file)).sort())
      for (const [query, result] of Object.entries({ ...recorded, ...expected })) {
        assert.equal(verdicts[query], result, `${file}: ${query}`)
      }
    })
  }
})
