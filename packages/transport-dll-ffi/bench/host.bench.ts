/** The way through the native host: start, small and large calls, a new host after a crash. */
import { median, report } from '../../../scripts/bench-kit.ts'
import { full, hosted, kilobyte, standIn, times } from './library.ts'

const starts: number[] = []
for (let run = 0; run < 21; run += 1) {
  const { connection, notices } = hosted()
  await connection.exchange({ text: kilobyte })
  await connection.close()
  for (const notice of notices) if (notice.type === 'host-started') starts.push(notice.milliseconds)
}
report('dll.host.start_ms', median(starts))

{
  const { connection } = hosted()
  const small = () => connection.exchange({ text: kilobyte })
  await times(1_000, small)
  report('dll.host.call_us', median(await times(5_000, small)) * 1_000)
  const large = () => connection.exchange({ text: full })
  await times(5, large)
  report('dll.host.900k_ms', median(await times(41, large)))
  await connection.close()
}

{
  const { connection } = hosted({ warm: false })
  const respawns: number[] = []
  await connection.exchange({ text: kilobyte })
  for (let run = 0; run < 21; run += 1) {
    standIn.setMode('crash')
    await connection.exchange({ text: kilobyte }).catch(() => {})
    standIn.setMode('mirror')
    respawns.push(...(await times(1, () => connection.exchange({ text: kilobyte }))))
  }
  report('dll.host.respawn_ms', median(respawns))
  await connection.close()
}
