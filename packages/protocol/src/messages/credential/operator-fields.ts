import type { BusinessType } from '../../codes/business-type-rows.ts'
import { requiredCode, text } from '../../description/field.ts'
import { confirmed } from '../../description/field-facts.ts'

/** Who asks, and from where: in every credential message. */
export const operatorFields = {
  orgId: text('机构编号', 40, { ...confirmed, required: true }),
  businessType: requiredCode<BusinessType>('用码业务类型', 5, {
    ...confirmed,
    table: 'businessType',
    note: 'Table C.1, e.g. 01101.',
  }),
  operatorId: text('收款员编号', 20, { required: true, note: '64 characters in Jiangsu: set it in a profile.' }),
  operatorName: text('收款员姓名', 30, {
    required: true,
    sensitive: 'name',
    note: '64 characters in Jiangsu: set it in a profile.',
  }),
  officeId: text('医保科室编号', 20, { ...confirmed, required: true }),
  officeName: text('科室名称', 30, { ...confirmed, required: true }),
} as const
