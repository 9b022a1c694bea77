// What the example bills are made of. Codes have the shape of the national catalogues (X… western drugs, Z… Chinese
// patent medicines, T… herbs, 00… services, C… consumables); their numbers are made up. Prices are plausible, not real.

/** Fully paid by the patient, paid in part before the insurance counts, or counted whole. */
const SELF = 'self'
const PART = 'part'
const FULL = 'full'

function drug(code, name, spec, price, dose, frequency, cover = FULL) {
  return { kind: 'drug', code, name, spec, price, dose, frequency, way: '口服', days: '30', cover }
}

function injection(code, name, spec, price, dose, frequency, cover = PART) {
  return { ...drug(code, name, spec, price, dose, frequency, cover), way: '皮下注射' }
}

function herb(code, name, price, grams) {
  return {
    kind: 'herb',
    code,
    name,
    spec: '饮片',
    price,
    cnt: grams,
    dose: `${grams}g`,
    frequency: '每日一剂',
    way: '煎服',
    days: '7',
    cover: FULL,
  }
}

function service(code, name, price, department, cover = FULL) {
  return { kind: 'service', code, name, spec: '次', price, department, cover }
}

function consumable(code, name, spec, price, cover = PART) {
  return { kind: 'consumable', code, name, spec, price, cover }
}

export const departments = {
  clinic: { codg: 'A03.04', name: '心血管内科', doctor: { codg: 'D999999000011', name: '测试医生一' } },
  endocrine: { codg: 'A03.07', name: '内分泌科', doctor: { codg: 'D999999000028', name: '测试医生二' } },
  chinese: { codg: 'A50', name: '中医科', doctor: { codg: 'D999999000035', name: '测试医生三' } },
  laboratory: { codg: 'A30', name: '医学检验科', doctor: { codg: 'D999999000042', name: '测试医生四' } },
  imaging: { codg: 'A32', name: '医学影像科', doctor: { codg: 'D999999000059', name: '测试医生五' } },
  pharmacy: { codg: 'A69', name: '药房', doctor: { codg: 'Y999999000011', name: '测试药师一' } },
}

export const drugs = [
  drug('XC08CAA162A001010100011', '苯磺酸氨氯地平片', '5mg*28片', '9.8', '5mg', '每日一次'),
  drug('XC09CAX065A001010100022', '缬沙坦胶囊', '80mg*28粒', '23.52', '80mg', '每日一次'),
  drug('XC09AAY012A001010100033', '马来酸依那普利片', '10mg*16片', '7.36', '10mg', '每日一次'),
  drug('XC07ABM008A001010100044', '酒石酸美托洛尔片', '25mg*20片', '3.9', '25mg', '每日二次'),
  drug('XC10AAA007A001010100055', '阿托伐他汀钙片', '20mg*7片', '6.09', '20mg', '每晚一次'),
  drug('XC10AAR031A001010100066', '瑞舒伐他汀钙片', '10mg*28片', '13.44', '10mg', '每晚一次'),
  drug('XB01ACA018A001010100077', '阿司匹林肠溶片', '100mg*30片', '12.72', '100mg', '每日一次'),
  drug('XB01ACL133A001010100088', '硫酸氢氯吡格雷片', '75mg*7片', '17.36', '75mg', '每日一次', PART),
  drug('XA10BAE048A001010100099', '盐酸二甲双胍片', '0.5g*20片', '2.14', '0.5g', '每日三次'),
  drug('XA10BBG035A001010100100', '格列美脲片', '2mg*30片', '5.1', '2mg', '每日一次'),
  drug('XA10BFA001A001010100111', '阿卡波糖片', '50mg*30片', '5.42', '50mg', '每日三次'),
  drug('XA10BKD003A001010100122', '达格列净片', '10mg*14片', '52.5', '10mg', '每日一次', PART),
  drug('XA10BHX002A001010100133', '磷酸西格列汀片', '100mg*7片', '31.64', '100mg', '每日一次', PART),
  injection('XA10AEG040B002010100144', '甘精胰岛素注射液', '3ml:300IU/支', '48.71', '12IU', '每晚一次'),
  drug('XC03BAQ017A001010100155', '氢氯噻嗪片', '25mg*100片', '6.55', '12.5mg', '每日一次'),
  drug('XC03DAL024A001010100166', '螺内酯片', '20mg*100片', '11.2', '20mg', '每日一次'),
  drug('XC01DAX015A001010100177', '单硝酸异山梨酯缓释片', '40mg*24片', '19.92', '40mg', '每日一次'),
  drug('XA02BCA053A001010100188', '奥美拉唑肠溶胶囊', '20mg*14粒', '4.06', '20mg', '每日一次'),
  drug('XN02BED066A001010100199', '对乙酰氨基酚片', '0.5g*12片', '1.92', '0.5g', '必要时'),
  drug('XA11GAW010A001010100200', '维生素C片', '100mg*100片', '4.8', '100mg', '每日三次', SELF),
  drug('ZA01BAL0101010100211', '连花清瘟胶囊', '0.35g*24粒', '12.9', '4粒', '每日三次', PART),
  drug('ZA12HAF0298010100222', '复方丹参滴丸', '27mg*180丸', '22.6', '10丸', '每日三次'),
  drug('ZA09ABS0316010100233', '速效救心丸', '40mg*120粒', '33.8', '6粒', '必要时'),
  drug('ZA12HAX0167010100244', '血塞通片', '50mg*24片', '14.35', '100mg', '每日三次', PART),
]

export const herbs = [
  herb('T001700011', '黄芪', '0.083', '30'),
  herb('T001700022', '丹参', '0.0715', '15'),
  herb('T001700033', '川芎', '0.0968', '10'),
  herb('T001700044', '葛根', '0.0452', '20'),
  herb('T001700055', '茯苓', '0.0587', '15'),
  herb('T001700066', '炙甘草', '0.0629', '6'),
]

export const services = [
  service('001102000010000-110200001', '普通门诊诊察费', '10', 'clinic'),
  service('002501010150000-250101015', '血细胞分析', '15', 'laboratory'),
  service('002501020350000-250102035', '尿液分析', '8', 'laboratory'),
  service('002503020010000-250302001', '葡萄糖测定', '5', 'laboratory'),
  service('002503020030000-250302003', '糖化血红蛋白测定', '45', 'laboratory'),
  service('002503030010000-250303001', '血清总胆固醇测定', '5.5', 'laboratory'),
  service('002503030020000-250303002', '血清甘油三酯测定', '6.5', 'laboratory'),
  service('002503030040000-250303004', '血清高密度脂蛋白胆固醇测定', '7', 'laboratory'),
  service('002503030050000-250303005', '血清低密度脂蛋白胆固醇测定', '7', 'laboratory'),
  service('002503050070000-250305007', '血清丙氨酸氨基转移酶测定', '5', 'laboratory'),
  service('002503070010000-250307001', '尿素测定', '5', 'laboratory'),
  service('002503070020000-250307002', '肌酐测定', '5', 'laboratory'),
  service('002503070050000-250307005', '血清尿酸测定', '5', 'laboratory'),
  service('003107010010000-310701001', '常规心电图检查', '16', 'clinic'),
  service('003107010030000-310701003', '动态心电图', '180', 'clinic', PART),
  service('002203020010000-220302001', '彩色多普勒超声常规检查', '120', 'imaging'),
  service('002102000010000-210200001', 'X线计算机体层平扫', '190', 'imaging', PART),
  service('001204000100000-120400010', '静脉采血', '4', 'laboratory', SELF),
]

export const consumables = [
  consumable('C0301010200100100011', '一次性使用静脉采血针', '0.7mm', '0.85'),
  consumable('C0301020100100100022', '一次性使用真空采血管', '5ml', '1.36'),
  consumable('C1408030100100100033', '一次性使用胰岛素笔用针头', '0.25mm*5mm', '1.98', SELF),
]
