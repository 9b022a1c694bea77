import { type AnyEndpoint, zodInput } from '@nationec/agent/endpoints'
import {
  type FaultOrKind,
  type PlannedFault,
  type Setting,
  type SimulatedOperation,
  type SimulatorSettings,
  settingsTable,
} from '@nationec/simulator'
import { plannedAnswer, settingsAnswer, settingsTableAnswer } from './simulator-answers.ts'
import { type SimulatorContext, simulatorEndpoint } from './simulator-endpoint.ts'
import { faultScript, plannedFault, settingsChange } from './simulator-inputs.ts'

/** The settings of the simulated terminal. */
export function settingsRoutes({ simulator }: Pick<SimulatorContext, 'simulator'>): AnyEndpoint[] {
  return [
    simulatorEndpoint({
      id: 'getSimulatorSettings',
      method: 'GET',
      path: '/v1/simulator/settings',
      summary: { zh: '模拟器设置', en: 'Settings of the simulator, with their choices' },
      answer: settingsTableAnswer,
      handle() {
        const { settings } = simulator
        const table = Object.entries(settingsTable as Readonly<Record<string, Setting>>)
        return { body: { settings: { ...settings }, table: table.map(([name, setting]) => ({ name, ...setting })) } }
      },
    }),
    simulatorEndpoint({
      id: 'changeSimulatorSettings',
      method: 'PUT',
      path: '/v1/simulator/settings',
      summary: { zh: '修改模拟器设置', en: 'Changes settings of the simulator' },
      answer: settingsAnswer,
      body: zodInput(settingsChange),
      handle({ body }) {
        const { settings } = simulator
        Object.assign(settings, body as Partial<SimulatorSettings>)
        return { body: { ...settings } }
      },
    }),
  ]
}

/** The faults that are planned for the simulated terminal. */
export function faultRoutes({ simulator }: Pick<SimulatorContext, 'simulator'>): AnyEndpoint[] {
  return [
    simulatorEndpoint({
      id: 'planFault',
      method: 'POST',
      path: '/v1/simulator/faults',
      summary: { zh: '注入一个故障', en: 'Plans one more fault' },
      answer: plannedAnswer,
      body: zodInput(plannedFault),
      handle({ body: { fault, on } }) {
        const { faults } = simulator
        faults.next(fault as FaultOrKind, on as SimulatedOperation | undefined)
        return { body: { planned: faults.planned } }
      },
    }),
    simulatorEndpoint({
      id: 'replaceFaults',
      method: 'PUT',
      path: '/v1/simulator/faults',
      summary: { zh: '替换全部故障', en: 'Replaces all planned faults' },
      answer: plannedAnswer,
      body: zodInput(faultScript),
      handle({ body: { script } }) {
        const { faults } = simulator
        faults.script(script as readonly (FaultOrKind | PlannedFault)[])
        return { body: { planned: faults.planned } }
      },
    }),
    simulatorEndpoint({
      id: 'clearFaults',
      method: 'DELETE',
      path: '/v1/simulator/faults',
      summary: { zh: '清除全部故障', en: 'Forgets all planned faults' },
      answer: plannedAnswer,
      handle() {
        const { faults } = simulator
        faults.clear()
        return { body: { planned: faults.planned } }
      },
    }),
  ]
}
