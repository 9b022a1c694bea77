import { feeUpload, parseRequestBody, type RequestOf } from '@nationec/protocol'
import smallBill from '../../../../../examples/outpatient-5-lines.json' with { type: 'json' }
import largeBill from '../../../../../examples/outpatient-200-lines.json' with { type: 'json' }

/** An outpatient bill of 200 fee lines and 2 diagnoses; the person is invented. */
export function billOf200Lines(): RequestOf<typeof feeUpload> {
  return parseRequestBody(feeUpload, largeBill)
}

/** An outpatient bill of 5 fee lines. */
export function billOf5Lines(): RequestOf<typeof feeUpload> {
  return parseRequestBody(feeUpload, smallBill)
}
