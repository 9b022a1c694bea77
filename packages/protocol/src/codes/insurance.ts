import { type CodeOf, codeTable } from './code-table.ts'

export const insutype = codeTable('insutype', '险种类型', 'Kind of insurance', [
  { code: '310', zh: '职工基本医疗保险', en: 'basic medical insurance for employees', evidence: 'confirmed' },
  { code: '320', zh: '公务员医疗补助', en: 'medical subsidy for civil servants', evidence: 'confirmed' },
  { code: '330', zh: '大额医疗费用补助', en: 'subsidy for large medical expenses', evidence: 'confirmed' },
  { code: '340', zh: '离休人员医疗保障', en: 'medical cover for retired cadres', evidence: 'confirmed' },
  {
    code: '350',
    zh: '一至六级残废军人医疗补助',
    en: 'medical subsidy for disabled soldiers of grades 1 to 6',
    evidence: 'confirmed',
  },
  { code: '360', zh: '老红军医疗保障', en: 'medical cover for Red Army veterans', evidence: 'confirmed' },
  { code: '370', zh: '企业补充医疗保险', en: 'supplementary insurance of enterprises', evidence: 'confirmed' },
  { code: '380', zh: '新型农村合作医疗', en: 'new rural cooperative medical care', evidence: 'confirmed' },
  {
    code: '390',
    zh: '城乡居民基本医疗保险',
    en: 'basic medical insurance for urban and rural residents',
    evidence: 'confirmed',
  },
  { code: '391', zh: '城镇居民基本医疗保险', en: 'basic medical insurance for urban residents', evidence: 'confirmed' },
  {
    code: '392',
    zh: '城乡居民大病医疗保险',
    en: 'serious-illness insurance for urban and rural residents',
    evidence: 'confirmed',
  },
  { code: '399', zh: '其他特殊人员医疗保障', en: 'medical cover for other special groups', evidence: 'confirmed' },
  { code: '410', zh: '长期照护保险', en: 'long-term care insurance', evidence: 'confirmed' },
  { code: '510', zh: '生育保险', en: 'maternity insurance', evidence: 'confirmed' },
])
export type Insutype = CodeOf<typeof insutype>

/** 医疗类别. Regions add values of their own: 99xx and six-digit ones. */
export const medType = codeTable('medType', '医疗类别', 'Kind of medical care', [
  { code: '11', zh: '普通门诊', en: 'ordinary outpatient care', evidence: 'confirmed' },
  { code: '12', zh: '门诊挂号', en: 'outpatient registration', evidence: 'confirmed' },
  { code: '13', zh: '急诊', en: 'emergency care', evidence: 'confirmed' },
  { code: '14', zh: '门诊慢特病', en: 'outpatient care of chronic or special diseases', evidence: 'confirmed' },
  { code: '19', zh: '意外伤害门诊', en: 'outpatient care of accidental injury', evidence: 'confirmed' },
  { code: '21', zh: '普通住院', en: 'ordinary inpatient care', evidence: 'confirmed' },
  { code: '22', zh: '外伤住院', en: 'inpatient care of injuries', evidence: 'confirmed' },
  { code: '23', zh: '转外诊治住院', en: 'inpatient care after referral elsewhere', evidence: 'confirmed' },
  { code: '24', zh: '急诊转住院', en: 'from emergency to inpatient care', evidence: 'confirmed' },
  { code: '41', zh: '定点药店购药', en: 'purchase at a designated pharmacy', evidence: 'confirmed' },
  { code: '51', zh: '生育门诊', en: 'maternity outpatient care', evidence: 'confirmed' },
  { code: '52', zh: '生育住院', en: 'maternity inpatient care', evidence: 'confirmed' },
  { code: '53', zh: '计划生育手术费', en: 'family-planning surgery', evidence: 'confirmed' },
  {
    code: '9901',
    zh: '重大疾病门诊',
    en: 'outpatient care of major diseases',
    evidence: 'single source',
    note: 'Local.',
  },
  {
    code: '9921',
    zh: '新生儿随母住院',
    en: 'newborn in hospital with the mother',
    evidence: 'single source',
    note: 'Local.',
  },
])
export type MedType = CodeOf<typeof medType>

export const fundPayType = codeTable('fund_pay_type', '基金支付类型', 'Fund that pays', [
  { code: '310100', zh: '职工统筹', en: 'pooled fund for employees', evidence: 'single source' },
  { code: '310200', zh: '个人账户', en: 'personal account', evidence: 'single source' },
  { code: '320100', zh: '公务员补助', en: 'subsidy for civil servants', evidence: 'single source' },
  { code: '330100', zh: '大额补助', en: 'subsidy for large expenses', evidence: 'single source' },
  { code: '340100', zh: '离休', en: 'retired cadres', evidence: 'single source' },
  { code: '350100', zh: '残疾军人', en: 'disabled soldiers', evidence: 'single source' },
  { code: '370100', zh: '企业补充', en: 'supplement of enterprises', evidence: 'single source' },
  { code: '390100', zh: '居民基本', en: 'basic fund for residents', evidence: 'single source' },
  { code: '390200', zh: '居民大病', en: 'serious-illness fund for residents', evidence: 'single source' },
  { code: '510100', zh: '生育', en: 'maternity fund', evidence: 'single source' },
  { code: '610100', zh: '医疗救助', en: 'medical assistance', evidence: 'single source' },
  { code: '999996', zh: '医院垫付', en: 'advanced by the hospital', evidence: 'single source' },
  { code: '999997', zh: '其他', en: 'other', evidence: 'single source' },
])
export type FundPayType = CodeOf<typeof fundPayType>
