/** Sealing a bill of 200 lines: quoting, canonical JSON, SM4 over about 200 KB, SM2 over the text that is signed. */
import { readFileSync } from 'node:fs'
import { generateSm2KeyPair } from '@nationec/crypto/sm2'
import { createCentreCredentials, defaultCentreProfile, sealEnvelope } from '@nationec/payment-centre'
import { feeUpload, parseRequestBody } from '@nationec/protocol'
import { perSecond, report } from '../../../scripts/bench-kit.ts'

const file = new URL('../../../examples/outpatient-200-lines.json', import.meta.url)
const data = parseRequestBody(feeUpload, JSON.parse(readFileSync(file, 'utf8')))
const { privateKey, publicKey } = generateSm2KeyPair()
const credentials = createCentreCredentials({
  appId: 'BENCH0BENCH0BENCH0BENCH0BENCH0BE',
  appSecret: 'BENCH0BENCH0BENCH0BENCH0BENCH0BE',
  privateKey,
  platformPublicKey: publicKey,
})
const keys = { credentials, profile: defaultCentreProfile }

const rate = await perSecond(() => sealEnvelope({ data, moment: Date.now() }, keys))
report('centre.seal.200lines_ms', 1000 / rate)
