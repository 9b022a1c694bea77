/** Run by `crypto.bench.ts` on each runtime: every operation by every provider, by sm-crypto and by OpenSSL, in turns. */
import process from 'node:process'
import { type ProviderChoice, providerReport } from '@nationec/crypto'
import { median, report } from '../../../scripts/bench-kit.ts'
import { interleaved, speedUp, type Work } from './interleaved.ts'
import { operations } from './operations.ts'

const [, , runtime = 'node', chosen = ''] = process.argv
const behind = runtime === 'node' ? '' : `.${runtime}`
const providers = providerReport()

for (const { name, bytes, part, ours, smCrypto, openssl } of operations) {
  if (!name.includes(chosen)) continue
  const passed = providers[part].providers.filter(({ state }) => state === 'passed').map((provider) => provider.name)
  const works = new Map<string, Work>([['plain sm-crypto', smCrypto]])
  if (openssl !== undefined) works.set('plain openssl', openssl)
  for (const provider of passed) works.set(provider, ours(provider as ProviderChoice))
  const times = interleaved(works)
  for (const provider of passed) {
    const label = `crypto.${name}.${provider}${behind}`
    report(`${label}/sm-crypto`, speedUp(times, provider, 'plain sm-crypto'))
    if (openssl !== undefined) report(`${label}/openssl`, speedUp(times, provider, 'plain openssl'))
    const middle = median(times[provider] ?? [])
    report(`${label}.abs`, bytes === undefined ? 1000 / middle : bytes / middle / 1000)
  }
}
