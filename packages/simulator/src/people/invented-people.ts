import { yuan } from '@nationec/protocol'
import type { Person } from './person.ts'

/**
 * The patients of a simulator that was given none.
 *
 * No real person can be meant: the area 999999 does not exist, and every check digit is wrong.
 */
export const inventedPeople: readonly Person[] = [
  {
    personId: 'first',
    userName: '测试甲',
    idNo: '999999199001010010',
    idType: '01',
    gender: '男',
    birthday: '1990.01.01',
    insuOrg: '999999',
    psnNo: '99999900000000000000000001',
    ecIndexNo: '99999900000000000000000000000001',
    insutype: '310',
    accountBalance: yuan('20000.00'),
  },
  {
    personId: 'second',
    userName: '测试乙',
    idNo: '999999198502020020',
    idType: '01',
    gender: '女',
    birthday: '1985.02.02',
    insuOrg: '999999',
    psnNo: '99999900000000000000000002',
    ecIndexNo: '99999900000000000000000000000002',
    insutype: '310',
    accountBalance: yuan('10.00'),
  },
  {
    personId: 'third',
    userName: '测试丙',
    idNo: '999999201503030030',
    idType: '01',
    gender: '男',
    birthday: '2015.03.03',
    insuOrg: '999999',
    psnNo: '99999900000000000000000003',
    ecIndexNo: '99999900000000000000000000000003',
    insutype: '390',
    accountBalance: yuan('0.00'),
  },
]
