/** A stranger's pushes: how many times as long as a small unsigned one the most costly body takes. */
import { createCentreCredentials, receivePush } from '@nationec/payment-centre'
import { ratio, report } from '../../../scripts/bench-kit.ts'
import { hostileBodies, shapes } from '../src/fixtures/hostile-pushes.ts'
import { institution } from '../src/fixtures/vectors.ts'

const credentials = createCentreCredentials(institution)
const receive = (body: string) => () =>
  receivePush(new Request('http://hospital.test/push', { method: 'POST', body }), { credentials, onPush: () => {} })
const small = receive('{"code":0,"message":"x"}')

let most = 0
for (const [kind, around] of Object.entries(hostileBodies)) {
  for (const [shape, text] of Object.entries(shapes)) {
    const times = await ratio(receive(around(text)), small, { samples: 5, milliseconds: 20 })
    if (process.argv.includes('--all')) console.log(`${kind}, ${shape}: ${times.toFixed(1)}`)
    most = Math.max(most, times)
  }
}
report('centre.push.hostile_times', most)
