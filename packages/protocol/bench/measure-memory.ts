import { byteLength, hosFeeUpload, judgeAnswer, LIMITS } from '@nationec/protocol'

/** An answer of almost 900K bytes: the result list of an upload, one entry a fee line. */
function answerOf(bytes: number, form: string | undefined): string {
  const line = (index: number) => ({
    rxSn: `RX${String(index).padStart(10, '0')}`,
    hosRxDetlNo: `D${String(index).padStart(10, '0')}`,
    amt: '12.50',
    pfoAmt: '1.25',
    ownpayAmt: '0.00',
    chrgItemLv: '02',
    fulamtOwnpayFlag: '0',
    ownpayRea: '乙类药品先行自付',
    selfpayProp: '0.1000',
  })
  const textOf = (count: number): string => {
    const data = {
      payOrdId: 'ORD1',
      payToken: 'T',
      extData: { result: Array.from({ length: count }, (_, i) => line(i)) },
    }
    return JSON.stringify({
      orgId: 'H33010200001',
      code: 0,
      message: '',
      data: form === 'text' ? JSON.stringify(data) : data,
    })
  }
  const perLine = byteLength(textOf(2)) - byteLength(textOf(1))
  return textOf(Math.floor((bytes - 2000) / perLine))
}

const form = process.argv[2]
const small = answerOf(20_000, form)
for (let warmUp = 0; warmUp < 200; warmUp += 1) judgeAnswer(hosFeeUpload, small)

const text = answerOf(LIMITS.whole, form)
const bytes = byteLength(text)
globalThis.gc?.()
const before = process.memoryUsage().heapUsed
const body = judgeAnswer(hosFeeUpload, text)
const after = process.memoryUsage().heapUsed
if (body.payOrdId !== 'ORD1') throw new Error('the answer was not read')
console.log(`BENCH protocol.memory.900K.${form}/text ${((after - before) / bytes).toPrecision(4)}`)
