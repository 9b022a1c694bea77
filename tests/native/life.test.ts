// @runtimes node
// @needs cc
import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { buildTarget, ownTarget } from '../../native/build.mjs'
import { temporaryFolder } from '../temporary-folder.ts'
import { callFrame } from './frames.ts'
import { HostProcess, startHost } from './host-process.ts'

const folder = temporaryFolder()

/** Whether a process runs. In some containers nobody collects the dead: they do not count. */
function alive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    const stat = `/proc/${pid}/stat`
    return !existsSync(stat) || !readFileSync(stat, 'utf8').includes(') Z ')
  } catch {
    return false
  }
}

/** Waits for a process to go, as long as the test's own limit allows. */
async function gone(pid: number): Promise<void> {
  while (alive(pid)) await sleep(20)
}

describe('the end of the host', () => {
  it('comes with the end of its input, at rest', async () => {
    await using host = await startHost({ mode: 'echo' })
    assert.deepEqual(await host.close(), { code: 0, signal: null })
    assert.equal(host.stderr, '')
  })

  for (const mode of ['hang', 'spin', 'hang-after', 'slow-60000']) {
    it(`comes with the end of its input during a call that does not end (${mode})`, async () => {
      await using host = await startHost({ mode: `echo,${mode}` })
      await host.begin('')
      assert.deepEqual(await host.close(), { code: 0, signal: null })
      assert.equal(await host.next(), undefined)
    })
  }

  it('comes while the library hangs in its start-up code', async () => {
    await using host = new HostProcess({ mode: 'hang-load' })
    host.send('waits for the library')
    await sleep(50)
    assert.deepEqual(await host.close(), { code: 0, signal: null })
    assert.equal(await host.next(), undefined)
  })

  it('comes in the middle of a frame', async () => {
    await using host = await startHost({ mode: 'echo' })
    host.write(callFrame(1, Buffer.from('u'), Buffer.alloc(5000, 'x')).subarray(0, 3000))
    assert.deepEqual(await host.close(), { code: 0, signal: null })
  })

  it('comes by a kill while the library hangs or spins', async () => {
    for (const mode of ['hang', 'spin']) {
      await using host = await startHost({ mode })
      await host.begin('')
      assert.deepEqual(await host.kill(), { code: null, signal: 'SIGKILL' })
    }
  })

  it('comes while a program that the library started goes on, which has none of its pipes', async () => {
    const source = `
      #include <stdio.h>
      #include <unistd.h>
      char *NationEcTrans(char *url, char *in, char *out) {
        (void)url, (void)in;
        pid_t child = fork();
        if (child == 0) execlp("sleep", "sleep", "60", (char *)NULL);
        sprintf(out, "%d", (int)child);
        return "0000";
      }`
    const library = join(folder, 'starting.so')
    const { status, stderr } = spawnSync('cc', ['-shared', '-fPIC', '-x', 'c', '-', '-o', library], {
      input: source,
      encoding: 'utf8',
    })
    assert.equal(status, 0, stderr)
    await using host = await startHost({ library })
    const child = Number((await host.call('{}')).out.toString())
    try {
      // `close` waits for the ends of the pipes too.
      assert.deepEqual(await host.close(), { code: 0, signal: null })
      assert.ok(alive(child))
    } finally {
      process.kill(child, 'SIGKILL')
    }
  })

  it('comes when nobody reads its answers any more', async () => {
    await using host = await startHost({ mode: 'mirror' })
    host.child.stdout.destroy()
    host.send('x'.repeat(500_000))
    await once(host.child, 'exit')
  })

  it('comes when its parent dies without closing anything', { timeout: 30_000 }, async () => {
    // The parent starts the host with a pipe that a third process, which lives on, holds open as well.
    const parent = spawn(process.execPath, [fileURLToPath(new URL('careless-parent.ts', import.meta.url))], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...process.env,
        ...{
          HOST: buildTarget(ownTarget).host,
          LIBRARY: buildTarget(ownTarget).library,
          NATIONEC_STANDIN_MODE: 'hang',
        },
      },
    })
    const [line] = await once(parent.stdout.setEncoding('utf8'), 'data')
    const { host, holder } = JSON.parse(String(line))
    try {
      assert.ok(alive(host))
      parent.kill('SIGKILL')
      await gone(host)
      assert.ok(alive(holder))
    } finally {
      process.kill(holder, 'SIGKILL')
    }
  })
})
