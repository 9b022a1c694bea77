import { qrcodeGet, type ResponseOf } from '@nationec/protocol'
import type { ParametersOf } from '../call/body-types.ts'
import type { Caller } from '../call/caller.ts'
import type { CallOptions } from '../call/options.ts'

export type ScanQrCodeParameters = ParametersOf<typeof qrcodeGet>
export type ScanQrCodeResult = ResponseOf<typeof qrcodeGet>

/** 终端扫码解码: the terminal's own scanner reads the code. */
export async function scanQrCode(
  caller: Caller,
  parameters: ScanQrCodeParameters,
  options: CallOptions = {},
): Promise<ScanQrCodeResult> {
  return caller.call(qrcodeGet, caller.transTypeOf('scanQrCode'), parameters, options)
}
