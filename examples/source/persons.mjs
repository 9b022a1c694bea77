// Everybody here is invented: the area 999999 does not exist and the check digit of every ID number is wrong.

export const ORG = 'H33010200001'
export const PHARMACY = 'P33010200001'
export const AREA = '330100'

function brokenIdNumber(birthday, order) {
  const digits = `999999${birthday}${order}`
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const remainder = [...digits].reduce((sum, digit, place) => sum + Number(digit) * weights[place], 0) % 11
  return digits + '10X98765432'[(remainder + 5) % 11]
}

export const patient = {
  userName: '测试患者甲',
  idNo: brokenIdNumber('19620214', '001'),
  psnNo: '99999900000000000001',
}
export const buyer = { userName: '测试患者乙', idNo: brokenIdNumber('19791130', '002'), psnNo: '99999900000000000002' }
export const ecToken = '999999ecEXAMPLEEXAMPLEEXAMPLEEXAMPLEEX'
