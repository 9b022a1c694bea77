import type { SimulatorEvent } from '@nationec/simulator'

/** One event as a line for people; events hold no personal data. */
export function eventLine(event: SimulatorEvent): string {
  switch (event.type) {
    case 'request':
      return `-> ${event.operation}`
    case 'answer':
      return `<- ${event.operation}: code ${event.code}`
    case 'order':
      return `   order 订单 ${event.payOrdId}: ${event.from ?? '-'} -> ${event.to}`
    case 'refund':
      return `   refund 退费 ${event.appRefdSn}: ${event.payOrdId} -> ${event.ordStas}`
    case 'fault':
      return `   fault 故障 ${event.kind} (${event.cause}): ${event.operation}`
    case 'push':
      return `   push 推送 ${event.payOrdId}, attempt ${event.attempt}: ${event.fate}`
    case 'screen':
      return `   screen 屏幕: ${event.shows}`
    case 'reboot':
      return '   reboot 终端重启'
  }
}
