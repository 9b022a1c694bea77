import { createClient } from '@nationec/client'
import { createSimulator } from '@nationec/simulator'
import { mockTransport } from '@nationec/transport-mock'
import { type Checker, ok } from './check.ts'

/** One request to the simulator in this process: that this program is whole, and nothing of any device. */
export const checkFlow: Checker = async () => {
  const simulator = createSimulator({ seed: 7 })
  await using client = createClient({ orgId: 'H33010200001', transport: mockTransport(simulator.handle) })
  const operator = {
    businessType: '01301',
    operatorId: '007',
    operatorName: '收费员',
    officeId: '03',
    officeName: '内科',
  }
  await client.queryCredential(operator)
  return [ok('program.self-test', 'A request to the simulator was answered.', '模拟终端应答正常。')]
}
