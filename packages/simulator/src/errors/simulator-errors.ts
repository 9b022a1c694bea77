import type { ErrorCatalogue } from '@nationec/errors'

export type SimulatorErrorCode =
  | 'SIMULATED_SILENCE'
  | 'SIMULATED_LINE_CUT'
  | 'SIMULATED_LINE_DOWN'
  | 'SIMULATED_LIBRARY_RETURN'
  | 'SIMULATED_REBOOT'
  | 'SIMULATOR_OPTION_INVALID'
  | 'SIMULATOR_NOTHING_WAITS'
  | 'SIMULATOR_STATE_CONFLICT'

const QUERY_FIRST = {
  en: 'Query the order, as with a real terminal; never repeat the request.',
  zh: '请如同对待真实终端一样先查询订单，切勿重复发送原请求。',
}

/** Everything a simulator throws. */
export const simulatorErrors: ErrorCatalogue<SimulatorErrorCode> = {
  SIMULATED_SILENCE: {
    layer: 'simulator',
    delivery: 'unknown',
    summary: { en: 'The simulator gave no answer until the caller gave up.', zh: '模拟器在调用方放弃之前未给出应答。' },
    advice: QUERY_FIRST,
  },
  SIMULATED_LINE_CUT: {
    layer: 'simulator',
    delivery: 'unknown',
    summary: { en: 'The simulated line was cut while the answer was awaited.', zh: '等待应答时模拟线路中断。' },
    advice: QUERY_FIRST,
  },
  SIMULATED_LINE_DOWN: {
    layer: 'simulator',
    delivery: 'not-sent',
    summary: { en: 'The simulated line was down before the request left.', zh: '请求发出之前模拟线路已断开。' },
    advice: { en: 'Sending the request again is safe.', zh: '可以安全地重新发送该请求。' },
  },
  SIMULATED_LIBRARY_RETURN: {
    layer: 'simulator',
    delivery: 'unknown',
    summary: { en: 'The simulated library did not return 0000.', zh: '模拟动态库的返回值不是 0000。' },
    advice: QUERY_FIRST,
  },
  SIMULATED_REBOOT: {
    layer: 'simulator',
    delivery: 'unknown',
    summary: { en: 'The simulated terminal restarted during the call.', zh: '调用期间模拟终端重新启动。' },
    advice: QUERY_FIRST,
  },
  SIMULATOR_OPTION_INVALID: {
    layer: 'simulator',
    delivery: 'not-sent',
    summary: {
      en: 'The simulator was given a setting that does not exist or does not fit.',
      zh: '模拟器的设置不存在或不合法。',
    },
    advice: {
      en: 'Correct the setting named above; docs/reference/simulator.md lists them all.',
      zh: '请改正上述设置；全部设置见 docs/reference/simulator.md。',
    },
  },
  SIMULATOR_NOTHING_WAITS: {
    layer: 'simulator',
    delivery: 'not-sent',
    summary: {
      en: 'Nothing waits for the patient at the simulated terminal.',
      zh: '模拟终端上没有等待患者处理的事项。',
    },
    advice: {
      en: 'Upload fees first, or name the order: after a restart the screen is empty, the orders are not.',
      zh: '请先上传费用，或指定订单号：重启后屏幕为空，订单仍在。',
    },
  },
  SIMULATOR_STATE_CONFLICT: {
    layer: 'simulator',
    delivery: 'not-sent',
    summary: { en: 'The order is in a state that does not allow this.', zh: '订单当前状态不允许该操作。' },
    advice: {
      en: 'Look at the order with simulator.order(payOrdId).',
      zh: '请用 simulator.order(payOrdId) 查看订单。',
    },
  },
}
