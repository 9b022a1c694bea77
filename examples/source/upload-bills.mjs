import { coverage, pickItems, seeded, yuanOf } from './amounts.mjs'
import { consumables, departments, drugs, herbs, services } from './catalogue.mjs'
import { fulfilling, ordering } from './departments.mjs'
import { AREA, buyer, ecToken, ORG, PHARMACY, patient } from './persons.mjs'

function feeLine({ item, cnt, fen }, index, bill) {
  const from = bill.pharmacy ? departments.pharmacy : ordering(item)
  const to = bill.pharmacy ? departments.pharmacy : fulfilling(item)
  const taken =
    item.dose === undefined
      ? {}
      : { sinDosDscr: item.dose, usedFrquDscr: item.frequency, medcWayDscr: item.way, prdDays: item.days }
  return {
    feedetlSn: `${bill.stamp}${String(index + 1).padStart(5, '0')}`,
    mdtrtId: bill.mdtrtId,
    psnNo: bill.person.psnNo,
    chrgBchno: bill.chrgBchno,
    ...(item.dose === undefined ? {} : { rxno: `${bill.chrgBchno}${item.kind === 'herb' ? '2' : '1'}` }),
    rxCircFlag: '0',
    feeOcurTime: bill.time,
    medListCodg: item.code,
    medinsListCodg: `${item.kind.slice(0, 1).toUpperCase()}${item.code.slice(-6)}`,
    medListName: item.name,
    medListSpc: item.spec,
    detItemFeeSumamt: yuanOf(fen),
    cnt,
    pric: item.price,
    ...taken,
    bilgDeptCodg: from.codg,
    bilgDeptName: from.name,
    bilgDrCodg: from.doctor.codg,
    bilgDrName: from.doctor.name,
    acordDeptCodg: to.codg,
    acordDeptName: to.name,
    hospApprFlag: item.cover === 'self' ? '2' : '1',
    ...(item.kind === 'herb' ? { tcmdrugUsedWay: '1' } : {}),
  }
}

function diagnosis(number, code, name, department, time) {
  return {
    diagType: '1',
    diagSrtNo: String(number),
    diagCode: code,
    diagName: name,
    diagDept: department.name,
    diseDorNo: department.doctor.codg,
    diseDorName: department.doctor.name,
    diagTime: time,
    valiFlag: '1',
  }
}

/** The body of 6201. */
function bill(lines, settings) {
  const { orgCodg, person, stamp, time, medType, department } = settings
  const { self, first, counted, total } = coverage(lines)
  return {
    ecToken,
    orgCodg,
    psnNo: person.psnNo,
    insutype: '310',
    medOrgOrd: `${stamp}A7K${orgCodg}`,
    begntime: time,
    idNo: person.idNo,
    userName: person.userName,
    idType: '01',
    insuCode: AREA,
    insuplcAdmdvs: AREA,
    iptOtpNo: settings.iptOtpNo,
    atddrNo: department.doctor.codg,
    drName: department.doctor.name,
    deptCode: department.codg,
    deptName: department.name,
    caty: department.codg,
    mdtrtId: settings.mdtrtId,
    medType,
    feeType: '01',
    medfeeSumamt: yuanOf(total),
    acctUsedFlag: '1',
    psnSetlway: '01',
    chrgBchno: settings.chrgBchno,
    pubHospRfomFlag: settings.pharmacy ? '0' : '1',
    fulamtOwnpayAmt: yuanOf(self),
    preselfpayAmt: yuanOf(first),
    inscpScpAmt: yuanOf(counted),
    mdtrtCertType: '01',
    feedetailList: lines.map((line, index) => feeLine(line, index, settings)),
    ...(settings.diagnoses === undefined ? {} : { diseinfoList: settings.diagnoses }),
  }
}

export function outpatient(count, seed, stamp, time) {
  const random = seeded(seed)
  const everything = [...services, ...drugs, ...drugs, ...herbs, ...consumables]
  return bill(pickItems(count, random, everything), {
    orgCodg: ORG,
    person: patient,
    stamp,
    time,
    medType: '11',
    department: departments.clinic,
    iptOtpNo: `MZ${stamp}`,
    mdtrtId: `${AREA}${stamp}`,
    chrgBchno: `${stamp}01`,
    diagnoses: [
      diagnosis(1, 'I10.x00x002', '高血压', departments.clinic, time),
      diagnosis(2, 'E11.900', '2型糖尿病', departments.endocrine, time),
    ],
  })
}

export function pharmacy() {
  const stamp = '20250310181204'
  const lines = pickItems(4, seeded(41), drugs)
  return bill(lines, {
    orgCodg: PHARMACY,
    pharmacy: true,
    person: buyer,
    stamp,
    time: '2025-03-10 18:12:04',
    medType: '41',
    department: departments.pharmacy,
    iptOtpNo: `GY${stamp}`,
    mdtrtId: `${AREA}${stamp}`,
    chrgBchno: `${stamp}01`,
  })
}
