import { type AnyEndpoint, zodInput } from '@nationec/agent/endpoints'
import { amountFaults, faultKinds, inventedPeople, type Simulator } from '@nationec/simulator'
import { orderAnswer, ordersAnswer, patientAnswer, pushAnswer, screenAnswer, stateAnswer } from './simulator-answers.ts'
import { type SimulatorContext, simulatorEndpoint } from './simulator-endpoint.ts'
import { patientAction, pushAction, settleAction } from './simulator-inputs.ts'
import { faultRoutes, settingsRoutes } from './simulator-settings-routes.ts'

/** The patient, the faults and the screen of the simulated terminal. */
export function simulatorRoutes(context: SimulatorContext): AnyEndpoint[] {
  return [
    stateRoute(context),
    patientRoute(context),
    ...settingsRoutes(context),
    ...faultRoutes(context),
    pushRoute(context),
    rebootRoute(context),
    ...centreRoutes(context),
  ]
}

function stateRoute({ simulator, screen }: SimulatorContext): AnyEndpoint {
  return simulatorEndpoint({
    id: 'getSimulator',
    method: 'GET',
    path: '/v1/simulator',
    summary: { zh: '模拟终端的全部状态', en: 'Everything about the simulated terminal' },
    answer: stateAnswer,
    handle() {
      const { settings, faults, counts, ledger } = simulator
      return {
        body: {
          screen: screen.now,
          settings: { ...settings },
          faults: { planned: faults.planned, kinds: faultKinds },
          counts,
          ledger,
          people: inventedPeople.map(({ personId }) => ({ personId })),
          amountFaults: amountFaults.map(({ total, on, ...what }) => ({ total, on, what })),
        },
      }
    },
  })
}

function patientRoute(context: SimulatorContext): AnyEndpoint {
  return simulatorEndpoint({
    id: 'playPatient',
    method: 'POST',
    path: '/v1/simulator/patient',
    summary: { zh: '患者操作', en: 'What the patient does' },
    answer: patientAnswer,
    body: zodInput(patientAction),
    handle({ body }) {
      const done = act(context.simulator, body)
      return { body: { ...done, screen: context.screen.tell() } }
    },
  })
}

function pushRoute({ simulator }: Pick<SimulatorContext, 'simulator'>): AnyEndpoint {
  return simulatorEndpoint({
    id: 'controlPushes',
    method: 'POST',
    path: '/v1/simulator/pushes',
    summary: { zh: '推送控制', en: 'What becomes of pushes' },
    answer: pushAnswer,
    body: zodInput(pushAction),
    handle({ body }) {
      const { pushes } = simulator
      if (body.action === 'release') return { body: { released: pushes.release(body.order) } }
      if (body.action === 'next') pushes.next(body.fate)
      else pushes.resend(body.payOrdId)
      return { body: {} }
    },
  })
}

function rebootRoute(context: SimulatorContext): AnyEndpoint {
  return simulatorEndpoint({
    id: 'rebootTerminal',
    method: 'POST',
    path: '/v1/simulator/reboot',
    summary: { zh: '重启模拟终端', en: 'Restarts the simulated terminal' },
    answer: screenAnswer,
    handle() {
      context.simulator.reboot()
      return { body: { screen: context.screen.tell() } }
    },
  })
}

/** What the simulated centre does and knows. */
function centreRoutes({ simulator }: Pick<SimulatorContext, 'simulator'>): AnyEndpoint[] {
  return [
    simulatorEndpoint({
      id: 'settleOrder',
      method: 'POST',
      path: '/v1/simulator/settle',
      summary: { zh: '完成结算中的订单', en: 'Lets the centre finish an order that is settling' },
      answer: orderAnswer,
      body: zodInput(settleAction),
      handle: ({ body }) => ({ body: { order: simulator.settle(body.payOrdId) } }),
    }),
    simulatorEndpoint({
      id: 'listCentreOrders',
      method: 'GET',
      path: '/v1/simulator/orders',
      summary: { zh: '中心侧的订单', en: 'The orders as the simulated centre has them' },
      answer: ordersAnswer,
      handle: () => ({ body: { orders: simulator.orders() } }),
    }),
  ]
}

function act({ patient }: Simulator, action: ReturnType<typeof patientAction.parse>): Record<string, unknown> {
  switch (action.action) {
    case 'pay':
      return { order: patient.pay(action.payOrdId, { until: action.until }) }
    case 'cancel':
      return { order: patient.cancel(action.payOrdId) }
    case 'present':
      patient.present(action.personId)
      return {}
    case 'walk-away':
      patient.walkAway()
      return {}
    case 'authorise-payment':
      return { payAuthNo: patient.authorisePayment(action.personId) }
  }
}
