import type { UploadFeesParameters } from '@nationec/client'
import { yuan } from '@nationec/protocol'

/** A bill of an invented person. */
export function bill(medOrgOrd: string, total = '100.00', idNo = '999999199001010010'): UploadFeesParameters {
  const amount = yuan(total)
  return {
    ...{ ecToken: 'example', psnNo: '1', insutype: '310', insuCode: '330100', idNo, idType: '01', userName: '测试甲' },
    ...{ medOrgOrd, begntime: '2026-11-23 10:15:00', iptOtpNo: 'MZ1', deptCode: 'A03', deptName: '内科', caty: 'A03' },
    ...{ medType: '11', feeType: '01', psnSetlway: '01', pubHospRfomFlag: '1', chrgBchno: 'B1', medfeeSumamt: amount },
    feedetailList: [
      {
        ...{ feedetlSn: 'L1', psnNo: '1', chrgBchno: 'B1', feeOcurTime: '2026-11-23 10:15:00', rxCircFlag: '0' },
        ...{ medListCodg: 'XA10BHX002A001010100133', medinsListCodg: 'D100133', cnt: '1', pric: total },
        ...{ detItemFeeSumamt: amount, bilgDeptCodg: 'A03', bilgDeptName: '内科', bilgDrCodg: 'D999999000011' },
        ...{ bilgDrName: '测试医生', hospApprFlag: '1' },
      },
    ],
  }
}

/** A cash refund in the words of 6203. */
export function cashRefund(payOrdId: string, appRefdSn: string, amount: string) {
  const sum = yuan(amount)
  return { payOrdId, appRefdSn, totlRefdAmt: sum, cashRefdAmt: sum, refdType: 'CASH', ecToken: 'example' } as const
}

/** The person of a bill, as a revoke names it. */
export const PERSON = { idNo: '999999199001010010', userName: '测试甲', idType: '01' } as const
