import type { OrdStas, RefdType } from '@nationec/protocol'
import type { FaultKind } from '../faults/fault.ts'
import type { PushFate } from '../faults/push-fate.ts'
import type { SimulatedOperation } from '../operations/operations.ts'

/** What happens inside the simulator. Order numbers are in it; names, numbers of persons and tokens never are. */
export type SimulatorEvent =
  | { readonly type: 'request'; readonly operation: SimulatedOperation | 'unknown' }
  /** What was answered, whether or not a fault let it through. */
  | { readonly type: 'answer'; readonly operation: SimulatedOperation | 'unknown'; readonly code: number }
  | { readonly type: 'order'; readonly payOrdId: string; readonly from: OrdStas | undefined; readonly to: OrdStas }
  | {
      readonly type: 'refund'
      readonly payOrdId: string
      readonly appRefdSn: string
      readonly refdType: RefdType
      readonly ordStas: OrdStas
    }
  | {
      readonly type: 'fault'
      readonly kind: FaultKind
      readonly cause: 'script' | 'amount'
      readonly operation: SimulatedOperation | 'unknown'
    }
  | { readonly type: 'push'; readonly payOrdId: string; readonly attempt: number; readonly fate: PushFate }
  | { readonly type: 'screen'; readonly shows: 'idle' | 'scan' | 'order' | 'result' }
  | { readonly type: 'reboot' }
