/** The part of the package `serialport` that is used; pass your own copy where a bundler hides it. */
export interface SerialPortModule {
  readonly SerialPort: {
    new (options: {
      readonly path: string
      readonly baudRate: number
      readonly autoOpen: false
      readonly lock: true
      readonly hupcl: false
    }): NativePort
    list(): Promise<readonly NativePortInfo[]>
  }
}

type Done = (error: Error | null | undefined) => void

/** A port of that package. */
export interface NativePort {
  readonly isOpen: boolean
  open(done: Done): void
  close(done: Done): void
  write(bytes: Uint8Array): unknown
  drain(done: Done): void
  flush(done: Done): void
  update(options: { readonly baudRate: number }, done: Done): void
  on(event: 'data', listener: (bytes: Uint8Array) => void): unknown
  on(event: 'close' | 'error', listener: (error?: Error | null) => void): unknown
}

export interface NativePortInfo {
  readonly path: string
  readonly manufacturer?: string | undefined
  readonly serialNumber?: string | undefined
  readonly vendorId?: string | undefined
  readonly productId?: string | undefined
  readonly friendlyName?: string | undefined
}

/** Loads the package when it is first needed; `undefined` if it is not installed or has no build for this machine. */
export async function importSerialport(): Promise<SerialPortModule | undefined> {
  try {
    const { SerialPort }: SerialPortModule = await importAtRunTime('serialport')
    return { SerialPort }
  } catch {
    return undefined
  }
}

/** Not in a bundle: the package finds its native part beside itself, and a bundler would warn where it is not installed. */
function importAtRunTime(name: string) {
  return import(/* webpackIgnore: true */ /* @vite-ignore */ name)
}
