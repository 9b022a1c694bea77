import {
  amountFaults,
  type FaultOrKind,
  faultKinds,
  inventedPeople,
  type PlannedFault,
  type Setting,
  type SimulatedOperation,
  type Simulator,
  type SimulatorSettings,
  settingsTable,
} from '@nationec/simulator'
import type { AgentContext } from '../agent-context.ts'
import { agentError } from '../errors/agent-error.ts'
import { type AnyEndpoint, type Endpoint, endpoint } from '../http/endpoint.ts'
import { zodInput } from '../http/input.ts'
import { screenOf } from '../terminal/screen.ts'
import {
  faultScript,
  patientAction,
  plannedFault,
  pushAction,
  settingsChange,
  settleAction,
} from './simulator-inputs.ts'

/** The patient, the faults and the screen of the simulated terminal. */
export function simulatorRoutes(context: AgentContext): AnyEndpoint[] {
  const { events } = context

  function present(): Simulator {
    if (context.simulator === undefined) throw agentError('SIMULATOR_ABSENT')
    return context.simulator
  }

  /** What is the same for all of them. */
  function route<Body, Query>(
    made: Pick<Endpoint<Body, Query>, 'method' | 'path' | 'summary' | 'body' | 'handle'>,
  ): AnyEndpoint {
    return endpoint<Body, Query>({
      ...made,
      tag: 'simulator',
      access: 'paired',
      response: { status: 200, schema: { type: 'object' } },
    })
  }

  function tellScreen(simulator: Simulator) {
    const screen = screenOf(simulator)
    events.tell('terminal', screen)
    return screen
  }

  return [
    route({
      method: 'GET',
      path: '/v1/simulator',
      summary: { zh: '模拟终端的全部状态', en: 'Everything about the simulated terminal' },
      handle() {
        const simulator = present()
        const { settings, faults, counts, ledger } = simulator
        return {
          body: {
            screen: screenOf(simulator),
            settings: { ...settings },
            faults: { planned: faults.planned, kinds: faultKinds },
            counts,
            ledger,
            people: inventedPeople.map(({ personId }) => ({ personId })),
            amountFaults: amountFaults.map(({ total, on, ...what }) => ({ total, on, what })),
          },
        }
      },
    }),
    route({
      method: 'POST',
      path: '/v1/simulator/patient',
      summary: { zh: '患者操作', en: 'What the patient does' },
      body: zodInput(patientAction),
      handle({ body }) {
        const simulator = present()
        const done = act(simulator, body)
        return { body: { ...done, screen: tellScreen(simulator) } }
      },
    }),
    route({
      method: 'GET',
      path: '/v1/simulator/settings',
      summary: { zh: '模拟器设置', en: 'Settings of the simulator, with their choices' },
      handle() {
        const { settings } = present()
        const table = Object.entries(settingsTable as Readonly<Record<string, Setting>>)
        return { body: { settings: { ...settings }, table: table.map(([name, setting]) => ({ name, ...setting })) } }
      },
    }),
    route({
      method: 'PUT',
      path: '/v1/simulator/settings',
      summary: { zh: '修改模拟器设置', en: 'Changes settings of the simulator' },
      body: zodInput(settingsChange),
      handle({ body }) {
        const { settings } = present()
        Object.assign(settings, body as Partial<SimulatorSettings>)
        return { body: { ...settings } }
      },
    }),
    route({
      method: 'POST',
      path: '/v1/simulator/faults',
      summary: { zh: '注入一个故障', en: 'Plans one more fault' },
      body: zodInput(plannedFault),
      handle({ body: { fault, on } }) {
        const { faults } = present()
        faults.next(fault as FaultOrKind, on as SimulatedOperation | undefined)
        return { body: { planned: faults.planned } }
      },
    }),
    route({
      method: 'PUT',
      path: '/v1/simulator/faults',
      summary: { zh: '替换全部故障', en: 'Replaces all planned faults' },
      body: zodInput(faultScript),
      handle({ body: { script } }) {
        const { faults } = present()
        faults.script(script as readonly (FaultOrKind | PlannedFault)[])
        return { body: { planned: faults.planned } }
      },
    }),
    route({
      method: 'DELETE',
      path: '/v1/simulator/faults',
      summary: { zh: '清除全部故障', en: 'Forgets all planned faults' },
      handle() {
        const { faults } = present()
        faults.clear()
        return { body: { planned: faults.planned } }
      },
    }),
    route({
      method: 'POST',
      path: '/v1/simulator/pushes',
      summary: { zh: '推送控制', en: 'What becomes of pushes' },
      body: zodInput(pushAction),
      handle({ body }) {
        const { pushes } = present()
        if (body.action === 'release') return { body: { released: pushes.release(body.order) } }
        if (body.action === 'next') pushes.next(body.fate)
        else pushes.resend(body.payOrdId)
        return { body: {} }
      },
    }),
    route({
      method: 'POST',
      path: '/v1/simulator/reboot',
      summary: { zh: '重启模拟终端', en: 'Restarts the simulated terminal' },
      handle() {
        const simulator = present()
        simulator.reboot()
        return { body: { screen: tellScreen(simulator) } }
      },
    }),
    route({
      method: 'POST',
      path: '/v1/simulator/settle',
      summary: { zh: '完成结算中的订单', en: 'Lets the centre finish an order that is settling' },
      body: zodInput(settleAction),
      handle: ({ body }) => ({ body: { order: present().settle(body.payOrdId) } }),
    }),
    route({
      method: 'GET',
      path: '/v1/simulator/orders',
      summary: { zh: '中心侧的订单', en: 'The orders as the simulated centre has them' },
      handle: () => ({ body: { orders: present().orders() } }),
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
