/** A fee upload (6201) as hospitals send it: header fields, diagnoses, lines of 32 fields, JSON in JSON. All of it invented. */
export function feeUpload(lineCount: number): string {
  let state = 11
  const draw = (most: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * most)
  }
  const items = Array.from({ length: 80 }, (_, index) => ({
    code: `X${String(draw(1e9)).padStart(9, '0')}${String(draw(1e6)).padStart(6, '0')}`,
    name: `${KINDS[draw(KINDS.length)]}${NAMES[draw(NAMES.length)]}${NAMES[draw(NAMES.length)]}${FORMS[draw(FORMS.length)]}`,
    price: (draw(20_000) / 100 + 0.5).toFixed(2),
    hospital: `H${1_000 + index}`,
  }))
  const feedetailList = Array.from({ length: lineCount }, (_, index) => line(index, items[draw(80)] ?? items[0], draw))
  const data = { ...HEADER, feedetailList, diseinfoList: DIAGNOSES, medfeeSumamt: (lineCount * 17.35).toFixed(2) }
  const extData = JSON.stringify({ terminal: 'T01' })
  return JSON.stringify({ orgId: 'H33010200001', transType: '6201', data: JSON.stringify(data), extData })
}

const KINDS = ['注射用', '复方', '盐酸', '硫酸', '枸橼酸', '醋酸', '阿莫西林', '头孢']
const NAMES = ['克拉霉素', '氨溴索', '沙坦', '地平', '他汀', '奥美拉唑', '双氯芬酸', '甘草', '丹参', '葡萄糖酸钙']
const FORMS = ['片', '胶囊', '注射液', '颗粒', '口服液', '缓释片']

const HEADER = {
  orgCodg: 'H33010200001',
  orgId: 'H33010200001',
  psnNo: '33010000000000000001',
  insutype: '310',
  medOrgOrd: '20260101120000123H33010200001',
  initRxOrd: '',
  rxCircFlag: '0',
  begntime: '2026-01-01 12:00:00',
  idNo: '330102190001010000',
  userName: '测试人员',
  idType: '01',
  ecToken: 'f3b1c0de9a8877665544332211000aa1',
  insuCode: '330100',
  iptOtpNo: 'MZ20260101000123',
  atddrNo: 'D33010000001',
  drName: '李医生',
  deptCode: '03',
  deptName: '普通内科',
  caty: 'A03',
  mdtrtId: '330100G0000000000001',
  medType: '11',
  feeType: '01',
  acctUsedFlag: '1',
  mainCondDscr: '',
  diseCodg: '',
  diseName: '',
  psnCertType: '01',
  chrgBchno: '20260101120000123',
}

const DIAGNOSES = [
  {
    diagType: '1',
    diagSrtNo: '1',
    diagCode: 'J06.900',
    diagName: '急性上呼吸道感染',
    diagDept: '普通内科',
    diseDorNo: 'D33010000001',
    diseDorName: '李医生',
    diagTime: '2026-01-01 11:50:00',
    valiFlag: '1',
  },
  {
    diagType: '1',
    diagSrtNo: '2',
    diagCode: 'I10.x00',
    diagName: '高血压',
    diagDept: '普通内科',
    diseDorNo: 'D33010000001',
    diseDorName: '李医生',
    diagTime: '2026-01-01 11:50:00',
    valiFlag: '1',
  },
]

interface Item {
  readonly code: string
  readonly name: string
  readonly price: string
  readonly hospital: string
}

function line(index: number, item: Item | undefined, draw: (most: number) => number): Record<string, string> {
  const count = draw(9) + 1
  const price = item?.price ?? '1.00'
  return {
    feedetlSn: `202601011200001230${String(index + 1).padStart(4, '0')}`,
    mdtrtId: '330100G000001',
    psnNo: '3301000000001',
    chrgBchno: '20260101120000123',
    diseCodg: '',
    rxno: `CF20260101${String(draw(1e6)).padStart(6, '0')}`,
    rxCircFlag: '0',
    feeOcurTime: `2026-01-01 1${draw(2)}:${10 + draw(50)}:${10 + draw(50)}`,
    medListCodg: item?.code ?? '',
    medinsListCodg: item?.hospital ?? '',
    medinsListName: item?.name ?? '',
    detItemFeeSumamt: (Number(price) * count).toFixed(2),
    cnt: String(count),
    pric: price,
    sinDosDscr: `每次${draw(3) + 1}片`,
    usedFrquDscr: '每日三次',
    prdDays: String(draw(7) + 1),
    medcWayDscr: '口服',
    bilgDeptCodg: '03',
    bilgDeptName: '内科',
    bilgDrCodg: 'D33010000001',
    bilgDrName: '李医生',
    acordDeptCodg: '12',
    acordDeptName: '药房',
    ordersDrCode: 'D33010000001',
    ordersDrName: '李医生',
    hospApprFlag: '1',
    tcmdrugUsedWay: '',
    etipFlag: '0',
    etipHospCode: '',
    dscgTkdrugFlag: '0',
    spec: `${draw(50) * 10}mg*${draw(4) * 12 + 12}`,
  }
}
