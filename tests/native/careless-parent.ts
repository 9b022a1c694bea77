/**
 * A parent that leaks the writing end of the host's input into another program, as some runtimes do: starts a shell that
 * starts the host with a fifo, holds the fifo open elsewhere, prints both process ids and waits to be killed.
 */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, openSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const folder = mkdtempSync(join(tmpdir(), 'nationec-fifo-'))
const fifo = join(folder, 'input')
spawnSync('mkfifo', [fifo])
const both = openSync(fifo, 'r+')
rmSync(folder, { recursive: true })
const holder = spawn('sleep', ['600'], { stdio: [both, 'ignore', 'ignore'], detached: true })
const host = spawn(process.env['HOST'] ?? '', ['--library', process.env['LIBRARY'] ?? ''], {
  stdio: [both, 'pipe', 'inherit'],
})
// HELLO has come: the host has noted who its parent is.
if (host.stdout !== null) await once(host.stdout, 'data')
console.log(JSON.stringify({ host: host.pid, holder: holder.pid }))
setInterval(() => {}, 1000)
