/** 10,000 calls: the last tenth must hold no more memory than the second, in this process and in the host. */
import { readFileSync } from 'node:fs'
import { median, report } from '../../../scripts/bench-kit.ts'
import { hosted, kilobyte } from './library.ts'

const CALLS = 10_000
const { connection, notices } = hosted()
const here: number[] = []
const host: number[] = []
for (let call = 0; call < CALLS; call += 1) {
  await connection.exchange({ text: kilobyte })
  if (call % 100 !== 99) continue
  globalThis.gc?.()
  here.push(process.memoryUsage().rss)
  host.push(residentPages())
}
report('dll.host.memory_here_ratio', median(tenth(here, 9)) / median(tenth(here, 1)))
report('dll.host.memory_host_ratio', median(tenth(host, 9)) / median(tenth(host, 1)))
await connection.close()

function tenth(samples: readonly number[], index: number): number[] {
  return samples.slice((samples.length * index) / 10, (samples.length * (index + 1)) / 10)
}

/** Linux tells; elsewhere the host counts as flat. */
function residentPages(): number {
  const started = notices.find((notice) => notice.type === 'host-started')
  if (process.platform !== 'linux' || started?.type !== 'host-started') return 1
  return Number(readFileSync(`/proc/${started.pid}/statm`, 'utf8').split(' ')[1])
}
