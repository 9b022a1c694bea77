import type { Charset } from '../encoding/charset.ts'
import type { Evidence } from '../encoding/detect.ts'

/** How the process that holds the library was found. */
export type HostKind = 'native' | 'koffi'

/**
 * Something worth a line in a log that is no failure of an exchange. Holds no text of a request or an answer.
 *
 * - `encoding`: an answer that is not plain ASCII was read with `encoding.in: 'detect'`; `answers` counts those of this choice
 * - `host-started`: a host process is ready; `milliseconds` from its start to its greeting
 * - `host-start-failed`: it is not; `code` is the code of the error
 * - `host-ended`: a host process is gone. `crashed` and `killed` are told to the exchange as well; `died` is an end between two calls
 * - `library-opened`, `library-released`: with `isolation: 'none'`, where there is no host; it stays loaded
 * - `noise`: bytes that are no frame came through the host's pipe and were skipped
 * - `text-beside-failure`: the library returned something else than `0000` and wrote into OutData too
 * - `request-changed`: the library wrote into InData or strUrl
 */
export type DllNotice =
  | {
      readonly type: 'encoding'
      readonly chosen: Charset
      readonly because: Evidence
      readonly answers: number
    }
  | {
      readonly type: 'host-started'
      readonly kind: HostKind
      readonly pid: number
      readonly bits: number
      readonly export: string
      readonly milliseconds: number
    }
  | { readonly type: 'host-start-failed'; readonly code: string }
  | {
      readonly type: 'host-ended'
      readonly pid: number
      readonly because: 'closed' | 'recycled' | 'killed' | 'crashed' | 'died'
      readonly calls: number
    }
  | { readonly type: 'library-opened'; readonly export: string }
  | { readonly type: 'library-released' }
  | { readonly type: 'noise'; readonly bytes: number }
  | { readonly type: 'text-beside-failure'; readonly bytes: number }
  | { readonly type: 'request-changed' }

/** Takes notices. */
export type OnNotice = (notice: DllNotice) => void

/** A listener that cannot break an exchange by throwing. */
export function quietly(listener: OnNotice | undefined): OnNotice {
  return (notice) => {
    try {
      listener?.(notice)
    } catch {
      // A listener that throws must not change a payment.
    }
  }
}
