import { readFileSync } from 'node:fs'
import { decodeRequest, encodeRequest, feeUpload, parseRequestBody, readRequest, specProfile } from '@nationec/protocol'
import { ratio, report } from '../../../scripts/bench-kit.ts'

/** The full checked path against the bare JSON call, on the same bill of 200 fee lines and 2 diagnoses. */
const file = new URL('../../../examples/outpatient-200-lines.json', import.meta.url)
const data = parseRequestBody(feeUpload, JSON.parse(readFileSync(file, 'utf8')))
const request = { orgId: data.orgCodg, transType: 'hos.upload.fee', data }
const text = encodeRequest(feeUpload, request)
const specText = encodeRequest(feeUpload, request, specProfile)

const stringify = (): unknown => JSON.stringify(request)
const parse = (): unknown => JSON.parse(text)

report('protocol.encode.200lines/JSON.stringify', await ratio(() => encodeRequest(feeUpload, request), stringify))
report('protocol.decode.200lines/JSON.parse', await ratio(() => decodeRequest(feeUpload, readRequest(text)), parse))
report(
  'protocol.decode.200lines.spec-v1.1.0/JSON.parse',
  await ratio(
    () => decodeRequest(feeUpload, readRequest(specText), specProfile),
    () => JSON.parse(JSON.parse(specText).data),
  ),
)
