import { type OrderAmounts, type OrderState, ordStas } from '@nationec/protocol'

/** The state of an order in both languages, for example `6 settled 结算完成`. */
export function stateText({ ordStas: state }: OrderState): string {
  const entry = state === undefined ? undefined : ordStas.get(state)
  return entry === undefined ? `${state ?? '?'}` : `${entry.code} ${entry.en} ${entry.zh}`
}

export function sameAmounts(left: OrderAmounts, right: OrderAmounts): boolean {
  return (['total', 'fund', 'account', 'cash'] as const).every((name) => left[name] === right[name])
}
