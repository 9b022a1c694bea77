import process from 'node:process'

/** What a way to ports depends on. */
export interface Runtime {
  readonly name: 'node' | 'bun' | 'deno'
  /** Of Node; the other two name one they imitate. */
  readonly version: readonly [major: number, minor: number]
  readonly platform: string
}

export function thisRuntime(): Runtime {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const name = 'Deno' in globalThis ? 'deno' : 'Bun' in globalThis ? 'bun' : 'node'
  return { name, version: [major, minor], platform: process.platform }
}

/**
 * Whether the native part of `serialport` 13 works here. It ends the whole process on Bun (`uv_poll_init`), reads from a
 * descriptor that Deno does not know, and from Node 26.4 on its data waits until some timer fires.
 */
export function serialportWorks({ name, version: [major, minor] }: Runtime): boolean {
  return name === 'node' && (major < 26 || (major === 26 && minor < 4))
}

/** Whether the system has `stty` and a shell that can hold a device. */
export function sttyWorks({ platform }: Runtime): boolean {
  return platform === 'linux' || platform === 'darwin'
}
