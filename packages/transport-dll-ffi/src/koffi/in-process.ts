import { dllError } from '../catalogue/dll-error.ts'
import type { EncodedCall } from '../host/call-frame.ts'
import { loadFailure } from '../host/load-failure.ts'
import type { KoffiModule } from '../options/koffi-module.ts'
import type { LibraryResult } from '../result/library-result.ts'
import { BindingFailed, type BoundLibrary, bindLibrary } from './bound-library.ts'
import { loadKoffi } from './load-koffi.ts'

/** A library in this very process: one call at a time, over all connections. */
export interface SharedLibrary {
  readonly exportName: string
  /** Waits for its turn and calls. `isWanted` is asked when the turn has come. */
  call(call: EncodedCall, isWanted: () => boolean): Promise<LibraryResult>
}

/** Libraries stay loaded: that they can be unloaded is not documented. */
const loaded = new Map<string, SharedLibrary>()

/** Loads a library into this process, or gives the one that is there. Throws `not-sent`. `path` is absolute. */
export async function shareLibrary(
  path: string,
  functionName: string | undefined,
  given: KoffiModule | undefined,
): Promise<SharedLibrary> {
  const koffi = await loadKoffi(given)
  const key = `${path}\n${functionName ?? ''}`
  const known = loaded.get(key)
  if (known !== undefined) return known
  const shared = shareCalls(bind(koffi, path, functionName))
  loaded.set(key, shared)
  return shared
}

function bind(koffi: KoffiModule, path: string, functionName: string | undefined): BoundLibrary {
  try {
    return bindLibrary(koffi, path, functionName)
  } catch (error) {
    if (error instanceof BindingFailed) throw loadFailure({ kind: error.kind, code: 0, text: error.message })
    throw error
  }
}

function shareCalls(library: BoundLibrary): SharedLibrary {
  let last: Promise<unknown> = Promise.resolve()
  return {
    exportName: library.exportName,
    call(encoded, isWanted) {
      const turn = last.then(async () => {
        if (!isWanted()) throw new Error('given up before its turn')
        const result = await library.callLater(encoded)
        if (result.overrun > 0) throw overrunError(result.overrun)
        return result
      })
      last = turn.catch(() => {})
      return turn
    },
  }
}

function overrunError(bytes: number) {
  const details = [{ en: `It wrote ${bytes} bytes past the end.`, zh: `超出末尾 ${bytes} 字节。` }]
  return dllError('OUT_DATA_OVERRUN', { details })
}
