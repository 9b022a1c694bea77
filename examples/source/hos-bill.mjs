import { coverage, lineFen, yuanOf } from './amounts.mjs'
import { departments, drugs, herbs, services } from './catalogue.mjs'
import { ordering } from './departments.mjs'
import { AREA, ecToken, ORG, patient } from './persons.mjs'

function prescriptionLine({ item, cnt, fen }, index) {
  const department = ordering(item)
  return {
    rxno: '2025031000010',
    rxDetlNo: String(index + 1),
    itemNo: item.code,
    medinsListCodg: `${item.kind.slice(0, 1).toUpperCase()}${item.code.slice(-6)}`,
    itemName: item.name,
    itemPric: item.price,
    itemSpec: item.spec,
    itemCnt: cnt,
    itemAmt: yuanOf(fen),
    ...(item.dose === undefined ? {} : { drugFrqu: item.frequency, drugDos: item.dose, drugDelvWay: item.way }),
    drName: department.doctor.name,
    drCertNo: department.doctor.codg,
    rxDate: '2025-03-10',
    rxTime: '093015',
    rxDeptCodg: department.codg,
    rxDept: department.name,
    hospApprFlag: item.cover === 'self' ? '2' : '1',
  }
}

/** 收费项目种类 and 收费类别 of a line. */
function chargeLine({ item }, index) {
  const isDrug = item.kind === 'drug' || item.kind === 'herb'
  const category = { herb: '13', drug: item.code.startsWith('Z') ? '12' : '11', service: '27', consumable: '91' }
  return {
    rxDetlNo: String(index + 1),
    chrgitmType: isDrug ? '1' : '2',
    chrgType: category[item.kind],
    chigitmCentCodg: item.code,
    minunt: item.kind === 'herb' ? '克' : '盒',
    fulamtOwnpayFlag: item.cover === 'self' ? '1' : '0',
  }
}

/** The body of hos.upload.fee. */
export function hosOutpatient() {
  const lines = [services[0], drugs[0], drugs[8], drugs[21], herbs[0], drugs[19]].map((item) => {
    const cnt = item.cnt ?? (item.kind === 'service' ? '1' : '2')
    return { item, cnt, fen: lineFen(cnt, item.price) }
  })
  const { doctor, codg, name } = departments.clinic
  return {
    appId: 'EXAMPLEAPPID',
    orgCodg: ORG,
    orgId: ORG,
    ecToken,
    insuCode: AREA,
    idNo: patient.idNo,
    userName: patient.userName,
    idType: '01',
    medOrgOrd: `20250310093015A7K${ORG}`,
    erFlag: '0',
    trumFlag: '0',
    feeType: '01',
    otpType: '11',
    medType: '11',
    feeSumamt: yuanOf(coverage(lines).total),
    chrgDate: '20250310',
    chrgTime: '094502',
    rgstSn: 'GH20250310000017',
    rgstFee: '0.00',
    rgstDeptName: name,
    drName: doctor.name,
    medreformDot: 'Y',
    drDeptCodg: codg,
    caty: codg,
    drCertNo: doctor.codg,
    rxItemVal: String(lines.length),
    iptOpNo: 'MZ20250310093015',
    insuType: '310',
    psnNo: patient.psnNo,
    chrgBchno: '2025031009301501',
    psnSetlway: '01',
    rxCircFlag: '0',
    extData: { opter: '测试收费员', docno: 'DJ20250310000017', systemNo: 'HIS', list: lines.map(chargeLine) },
    diseList: [
      { diseDetlType: '1', diseDetlSrtNo: '1', diseDetlCodg: 'I10.x00x002', diseDetlName: '高血压', maindiagFlag: '1' },
      { diseDetlType: '1', diseDetlSrtNo: '2', diseDetlCodg: 'E11.900', diseDetlName: '2型糖尿病', maindiagFlag: '0' },
    ],
    rxList: lines.map(prescriptionLine),
  }
}
