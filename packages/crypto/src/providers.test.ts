// @everyday node
import { type ProviderChoice, providerReport } from '@nationec/crypto'
import { testPart } from './fixtures/provider-suite.ts'

const report = providerReport()
for (const part of ['sm3', 'sm4', 'sm2Signature', 'sm2Point'] as const) {
  for (const verdict of report[part].providers) {
    const reason = verdict.state === 'passed' ? undefined : verdict.state === 'absent' ? 'absent' : verdict.reason
    testPart(part, verdict.name, verdict.name as ProviderChoice, reason)
  }
}
