/** Run by `runtimes.bench.ts` on each runtime: calls of 1 KB, in microseconds. */
import process from 'node:process'
import { dllTransport } from '@nationec/transport-dll-ffi'
import koffi from 'koffi'
import { median, report } from '../../../scripts/bench-kit.ts'
import { build, kilobyte, times } from './library.ts'

const [, , runtime = '', library = ''] = process.argv
const bytes = (text: string): Uint8Array => new TextEncoder().encode(`${text}\0`)
const [url, text, out] = [bytes('http://terminal'), bytes(kilobyte), new Uint8Array(900 * 1024)]

koffi.config({ sync_stack_size: 8 << 20, async_stack_size: 8 << 20 })
const byKoffi = koffi.load(library).func('NationEcTrans', 'void *', ['void *', 'void *', 'void *'])
await measure('koffi', async () => byKoffi(url, text, out))
await measure('koffi_async', () => new Promise((resolve) => byKoffi.async(url, text, out, resolve)))

// Named by a variable: only the runtime itself knows these.
const own = runtime === 'bun' ? await bunFfi() : runtime === 'deno' ? denoFfi() : undefined
if (own !== undefined) await measure(runtime === 'bun' ? 'bun_ffi' : 'deno_dlopen', async () => own(url, text, out))

const hosted = dllTransport({ library, host: { path: build.host } }).connect()
await measure('host', () => hosted.exchange({ text: kilobyte }))
await hosted.close()
const inProcess = dllTransport({ library, isolation: 'none' }).connect()
await measure('inprocess', () => inProcess.exchange({ text: kilobyte }))
await inProcess.close()

async function measure(name: string, work: () => Promise<unknown>): Promise<void> {
  await times(500, work)
  report(`dll.${runtime}.${name}_us`, median(await times(3_000, work)) * 1_000)
}

type Trans = (url: Uint8Array, text: Uint8Array, out: Uint8Array) => unknown

async function bunFfi(): Promise<Trans> {
  const name = 'bun:ffi'
  const { dlopen, FFIType } = await import(name)
  const { ptr } = FFIType
  return dlopen(library, { NationEcTrans: { args: [ptr, ptr, ptr], returns: ptr } }).symbols.NationEcTrans
}

function denoFfi(): Trans {
  const { Deno } = globalThis as unknown as {
    Deno: { dlopen(path: string, symbols: object): { symbols: Record<string, Trans> } }
  }
  const parameters = ['buffer', 'buffer', 'buffer']
  const { symbols } = Deno.dlopen(library, { NationEcTrans: { parameters, result: 'pointer' } })
  return symbols['NationEcTrans'] ?? (() => undefined)
}
