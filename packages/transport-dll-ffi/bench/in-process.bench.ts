/** The way without a host: koffi in this very process. */
import { dllTransport } from '@nationec/transport-dll-ffi'
import { median, report } from '../../../scripts/bench-kit.ts'
import { full, kilobyte, standIn, times } from './library.ts'

const connection = dllTransport({ library: standIn.library, isolation: 'none' }).connect()
const small = () => connection.exchange({ text: kilobyte })
await times(1_000, small)
report('dll.inprocess.call_us', median(await times(5_000, small)) * 1_000)
const large = () => connection.exchange({ text: full })
await times(5, large)
report('dll.inprocess.900k_ms', median(await times(41, large)))
await connection.close()
