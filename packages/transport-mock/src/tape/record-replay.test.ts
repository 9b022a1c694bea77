import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isTransportError } from '@nationec/transport'
import { mockTransport, record, replayTransport } from '@nationec/transport-mock'

const credential = JSON.stringify({ orgId: 'H33010200001', transType: 'ec.query', data: { operatorName: '王五' } })
const person = JSON.stringify({ code: 0, data: { userName: '张三', idNo: '330102199001011234', insuOrg: '330100' } })
const upload = JSON.stringify({ transType: 'hos.upload.fee', data: { feeSumamt: '128.50', userName: '张三' } })

const tape = `# nationec tape 1
> {"orgId":"H33010200001","transType":"ec.query","data":{"operatorName":"***"}}
< {"code":0,"data":{"userName":"***","idNo":"***","insuOrg":"330100"}}
> {"transType":"hos.upload.fee","data":{"feeSumamt":"128.50","userName":"***"}}
! SEND_FAILED unknown
`

describe('record', () => {
  it('writes what went through, without persons, and changes nothing on the way', async () => {
    const recording = record(failingOnUpload())
    await using connection = recording.transport.connect()
    assert.equal(await connection.exchange({ text: credential }), person)
    await assert.rejects(connection.exchange({ text: upload }))
    assert.equal(recording.tape(), tape)
  })

  it('leaves out what has not ended', async () => {
    let arrive: () => void = () => {}
    const arrived = new Promise<void>((resolve) => {
      arrive = resolve
    })
    const recording = record(
      mockTransport(() => {
        arrive()
        return new Promise(() => {})
      }),
    )
    const connection = recording.transport.connect()
    const exchange = connection.exchange({ text: '{}' }).catch(() => {})
    await arrived
    assert.equal(recording.tape(), '# nationec tape 1\n')
    await connection.close()
    await exchange
    assert.equal(recording.tape(), '# nationec tape 1\n> {}\n! CLOSED unknown\n')
  })

  it('takes a mask of your own, and does not let it harm an exchange', async () => {
    const shouting = record(
      mockTransport((text) => text),
      { mask: (value, path) => (path.at(-1) === 'a' ? value.toUpperCase() : value) },
    )
    await shouting.transport.connect().exchange({ text: '{"a":"x","b":"x"}' })
    assert.match(shouting.tape(), /^> \{"a":"X","b":"x"\}$/m)

    const broken = record(
      mockTransport((text) => text),
      {
        mask: () => {
          throw new Error('a bad mask')
        },
      },
    )
    assert.equal(await broken.transport.connect().exchange({ text: '{"a":"x"}' }), '{"a":"x"}')
    assert.match(broken.tape(), /^>~ "\*\*\*"$/m)
  })
})

describe('replayTransport', () => {
  it('gives the recorded answers and failures', async () => {
    const transport = replayTransport(tape)
    await using connection = transport.connect()
    const answer = JSON.parse(await connection.exchange({ text: credential })) as { data: { insuOrg: string } }
    assert.equal(answer.data.insuOrg, '330100')
    const error: unknown = await connection.exchange({ text: upload }).catch((thrown: unknown) => thrown)
    assert.ok(isTransportError(error, 'SEND_FAILED'))
    assert.deepEqual([error.delivery, error.transport], ['unknown', 'replay'])
    transport.assertDone()
  })

  it('replays its own recording', async () => {
    const recording = record(replayTransport(tape))
    await using connection = recording.transport.connect()
    await connection.exchange({ text: credential })
    await assert.rejects(connection.exchange({ text: upload }))
    assert.equal(recording.tape(), tape)
  })

  it('refuses a request that differs, naming line and path but no value', async () => {
    const transport = replayTransport(tape)
    await using connection = transport.connect()
    await connection.exchange({ text: credential })
    const error: unknown = await connection
      .exchange({ text: upload.replace('128.50', '999.99') })
      .catch((thrown: unknown) => thrown)
    assert.ok(isTransportError(error, 'REPLAY_MISMATCH'))
    assert.equal(error.delivery, 'not-sent')
    assert.match(error.message, /Line 4 differs at \$\.data\.feeSumamt\./)
    assert.ok(!/999|128|张/.test(JSON.stringify(error)))
    assert.ok('REPLAY_MISMATCH' in transport.errors)
    assert.throws(
      () => transport.assertDone(),
      (left) =>
        isTransportError(left, 'REPLAY_NOT_DONE') && left.message.includes('1 of 2 exchanges are left, from line 4'),
    )
  })

  it('refuses what comes after the end', async () => {
    const transport = replayTransport('> {}\n< {}')
    await using connection = transport.connect()
    await connection.exchange({ text: '{}' })
    await assert.rejects(connection.exchange({ text: '{}' }), /The tape is at its end/)
    transport.assertDone()
  })

  it('goes on where another connection stopped', async () => {
    const transport = replayTransport('> 1\n! DISCONNECTED unknown\n> 2\n< {}', { mask: (value) => value })
    const lost = transport.connect()
    await assert.rejects(lost.exchange({ text: '1' }))
    assert.equal((await lost.closed).reason, 'disconnected')
    assert.equal(await transport.connect().exchange({ text: '2' }), '{}')
    transport.assertDone()
  })

  it('knows codes of other transports, with their texts when they are given', async () => {
    const odd = '> {}\n! CABLE_WET not-sent'
    const wet = {
      layer: 'transport',
      delivery: 'unknown',
      summary: { en: 'The cable is wet.', zh: '连线受潮。' },
      advice: { en: 'Dry it.', zh: '请擦干。' },
    } as const
    await assert.rejects(replayTransport(odd).connect().exchange({ text: '{}' }), /^.*\[CABLE_WET\] A failure that was/)
    const known = replayTransport(odd, { errors: { CABLE_WET: wet } })
    await assert.rejects(known.connect().exchange({ text: '{}' }), /\[CABLE_WET\] The cable is wet/)
    assert.ok('CABLE_WET' in known.errors)
  })
})

function failingOnUpload() {
  return mockTransport((text) => {
    if (text === credential) return person
    throw new Error('no upload today')
  })
}
