// @runtimes node
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { queriesOf, readVerdicts } from './verdicts.ts'

describe('readVerdicts', () => {
  it('reads one verdict for each query', () => {
    const output = [
      'Linear part: exp(exp(g,x),y) = exp(exp(g,y),x)',
      'RESULT not attacker_p1(secReq[]) is true.',
      'RESULT inj-event(I_done(i_2,t_1,th)) ==> inj-event(T_run(t_1,th)) is false.',
      'RESULT (but event(I_done(i_2,t_1,th)) ==> event(T_run(t_1,th)) is true.)',
      'RESULT inj-event(T_done(i,t,th)) ==> inj-event(I_acc(i,t,th)) cannot be proved.',
      'RESULT not event(RespGot(i_2,t_1,id_3,m_3)) is false.',
      'Query not attacker_p1(secReq[]) is true.',
    ].join('\n')
    assert.deepEqual(readVerdicts(output), {
      'attacker(secReq)': true,
      'inj-event(I_done)': false,
      'inj-event(T_done)': 'undecided',
      'event(RespGot)': false,
    })
  })

  it('refuses a verdict that it does not understand', () => {
    assert.throws(() => readVerdicts('RESULT Observational equivalence is true.'), /not understood/)
  })
})

describe('queriesOf', () => {
  it('names the queries as the verdicts do, without what is commented out', () => {
    const model = [
      'query attacker(secReq).',
      'query i: pkey, th: bitstring; inj-event(T_done(i,th)) ==> inj-event(I_acc(i,th)).',
      '(* query attacker(other). *)',
      'query m: bitstring; event(RespGot(m)). (* sanity *)',
    ].join('\n')
    assert.deepEqual(queriesOf(model), ['attacker(secReq)', 'inj-event(T_done)', 'event(RespGot)'])
  })
})
