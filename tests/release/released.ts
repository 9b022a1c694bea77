/** What the tests and the benchmarks of a release share. */
import assert from 'node:assert/strict'
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { makeRelease } from '../../scripts/release/make-release.mjs'
import { pagesPart } from '../../scripts/release/pages.mjs'
import { type ReleaseTarget, releaseTargets } from '../../scripts/release/targets.mjs'

export function targetNamed(name: string): ReleaseTarget {
  const target = releaseTargets.find((one) => one.name === name)
  assert.ok(target, name)
  return target
}

/** Makes archives as `npm run release:agent` does, and gives their paths. */
export async function release(out: string, ...names: readonly string[]): Promise<string[]> {
  const pages = await pagesPart()
  const paths: string[] = []
  for (const name of names) paths.push(join(out, (await makeRelease(targetNamed(name), { out, pages })).name))
  return paths
}

/** Unpacks a tarball and gives the folder of the program. */
export function unpacked(tarball: string, folder: string): string {
  mkdirSync(folder, { recursive: true })
  execFileSync('tar', ['-xzf', tarball, '-C', folder])
  return join(folder, /([^/]+)\.tar\.gz$/.exec(tarball)?.[1] ?? '')
}

/** The program that was unpacked, running. */
export interface RunningRelease extends AsyncDisposable {
  readonly child: ChildProcess
  readonly base: string
}

/** Starts it with its own Node and nothing of this repository. */
export async function startReleased(folder: string, ...args: readonly string[]): Promise<RunningRelease> {
  const child = spawn(join(folder, 'nationec-agent'), ['--port', '0', ...args], {
    cwd: '/',
    env: { PATH: '/usr/bin:/bin', HOME: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(child, 'exit')
  let stderr = ''
  child.stderr.on('data', (part) => {
    stderr += part
  })
  const line = await Promise.race([once(child.stdout, 'data').then(String), ended.then(() => '')])
  const base = /^http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0]
  assert.ok(base, stderr)
  return {
    child,
    base,
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

/** Whether the page at `/` is the console: its own scripts are named in it and are served. */
export async function servesConsole(base: string): Promise<boolean> {
  const page = await (await fetch(`${base}/`)).text()
  const scripts = [...page.matchAll(/<script type="module"[^>]* src="([^"]*\/assets\/[^"]+\.js)"/g)].map(
    ([, path]) => path,
  )
  if (scripts.length === 0) return false
  const answers = await Promise.all(scripts.map((path) => fetch(new URL(path ?? '', `${base}/`))))
  return answers.every(({ ok, headers }) => ok && headers.get('content-type')?.startsWith('text/javascript'))
}
