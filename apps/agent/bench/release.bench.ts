import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { median, report } from '../../../scripts/bench-kit.ts'
import { release, startReleased, unpacked } from '../../../tests/release/released.ts'

/** What a hospital carries to its computers, and how long a cashier waits after logging on. */
const folder = mkdtempSync(join(tmpdir(), 'nationec-release-'))
try {
  const [zip = '', tarball = ''] = await release(folder, 'win-x64', 'linux-x64')
  report('agent.zip_mb', statSync(zip).size / 1e6)
  const program = unpacked(tarball, join(folder, 'unpacked'))
  const times: number[] = []
  for (let round = 0; round < 9; round += 1) {
    const begun = performance.now()
    await using running = await startReleased(program, '--transport', 'simulator', '--org-id', 'H33010200001')
    await fetch(`${running.base}/livez`)
    times.push(performance.now() - begun)
  }
  report('agent.cold_start_ms', median(times))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
