import { formatYuan } from '@nationec/protocol'
import type { ScreenView, Simulator } from '@nationec/simulator'

/** What the simulated terminal shows, with the amounts of the order on it. No person. */
export type TerminalScreen =
  | Exclude<ScreenView, { shows: 'order' }>
  | {
      readonly shows: 'order'
      readonly payOrdId: string
      readonly medOrgOrd: string | undefined
      readonly total: string | undefined
      readonly split: unknown
    }

export function screenOf(simulator: Simulator): TerminalScreen {
  const { screen } = simulator
  if (screen.shows !== 'order') return screen
  const order = simulator.order(screen.payOrdId)
  const total = order && formatYuan(order.total)
  return { ...screen, medOrgOrd: order?.medOrgOrd, total, split: order?.split }
}
