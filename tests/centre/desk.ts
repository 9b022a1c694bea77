import { readFileSync } from 'node:fs'
import {
  type CentreClient,
  type CentreProfile,
  createCentreClient,
  createCentreCredentials,
  defaultCentreProfile,
} from '@nationec/payment-centre'
import {
  ecQuery,
  encodeRequest,
  feeUpload,
  formatYuan,
  judgeAnswer,
  parseRequestBody,
  type ResponseOf,
  yuan,
} from '@nationec/protocol'
import { createSimulator, type Simulator, type SimulatorSettings } from '@nationec/simulator'
import { type CentreFace, createCentreFace, createCentreKeys } from '@nationec/simulator/centre'
import { manualTimers } from '../../packages/payment-centre/src/fixtures/manual-timers.ts'
import { type Served, serve } from './serve.ts'

export const ORG = 'H33010200001'
export const keys = createCentreKeys({ seed: 7 })
export const credentials = createCentreCredentials(keys.institution)

/** A hospital's client, the simulated centre, and the socket between them. */
export interface CentreDesk extends AsyncDisposable {
  readonly client: CentreClient
  readonly simulator: Simulator
  readonly face: CentreFace
  readonly server: Served
  /** The person of the bills, identified at the terminal of the same simulator. */
  readonly person: ResponseOf<typeof ecQuery>
  /** A bill with five lines for that person. */
  bill(medOrgOrd?: string, total?: string): Parameters<CentreClient['uploadFees']>[0] & { medOrgOrd: string }
}

export async function openCentreDesk(
  options: { settings?: Partial<SimulatorSettings>; profile?: CentreProfile } = {},
): Promise<CentreDesk> {
  const { settings = {}, profile = defaultCentreProfile } = options
  const simulator = createSimulator({ seed: 7, settings })
  const face = createCentreFace(simulator, { orgCodg: ORG, keys, profile })
  const server = await serve(face.handle)
  const { timers, expire } = manualTimers()
  const client = createCentreClient({ baseUrl: server.url, orgCodg: ORG, credentials, profile, timers })
  endSilences(simulator, expire)
  const person = await identify(simulator)
  const file = new URL('../../examples/outpatient-5-lines.json', import.meta.url)
  const example = parseRequestBody(feeUpload, JSON.parse(readFileSync(file, 'utf8')))
  const { idNo, userName, idType, ecToken } = person
  return {
    client,
    simulator,
    face,
    server,
    person,
    bill(medOrgOrd = client.serialNumber(), total) {
      const one = { ...example, idNo, userName, idType, ecToken, medOrgOrd }
      const [line] = one.feedetailList ?? []
      if (total === undefined || line === undefined) return one
      const { fulamtOwnpayAmt: _, preselfpayAmt: __, inscpScpAmt: ___, ...rest } = one
      const amount = yuan(total)
      return {
        ...rest,
        medfeeSumamt: amount,
        feedetailList: [{ ...line, detItemFeeSumamt: amount, cnt: '1', pric: formatYuan(amount) }],
      }
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  }
}

/** A silence of the simulator lasts until the client's deadline: let it pass as soon as there is nothing to wait for. */
function endSilences(simulator: Simulator, expire: () => void): void {
  let silent = false
  simulator.events((event) => {
    if (event.type === 'fault') silent = event.kind === 'lost-answer' || event.kind === 'lost-request'
    const over = event.type === 'answer' || (event.type === 'fault' && event.kind === 'lost-request')
    if (!silent || !over) return
    silent = false
    setTimeout(expire, 10)
  })
}

async function identify(simulator: Simulator): Promise<ResponseOf<typeof ecQuery>> {
  const operator = { operatorId: '007', operatorName: '收费员', officeId: '03', officeName: '内科' }
  const data = { orgId: ORG, businessType: '01301', ...operator } as const
  return judgeAnswer(
    ecQuery,
    await simulator.handle(encodeRequest(ecQuery, { orgId: ORG, transType: 'ec.query', data })),
  )
}
