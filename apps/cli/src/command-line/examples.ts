/** One line that can be typed, and what it is for. */
export interface Example {
  readonly line: string
  readonly what: string
}

const example = (what: string, line: string): Example => ({ line, what })

const KEYS = example(
  'a new key pair 生成密钥对',
  'nationec crypto keys --private-key-out till.pem --public-key-out till.pub.pem',
)
const EXPLAIN_SIGNATURE = example(
  'why does this signature not verify? 查明验签不通过的原因',
  'nationec crypto explain signature --public-key-file partner.pem --signature MEUCIQ --file message.json',
)
const EXPLAIN_CIPHERTEXT = example(
  'how did the partner encrypt? 查明对方的加密方式',
  'nationec crypto explain ciphertext --algorithm sm2 --private-key-file till.pem --file secret.txt',
)
const MASK = example('a log without persons 日志脱敏', 'nationec trace mask agent.log')
const PAIR = example(
  'let these commands use the terminal of a running agent 与运行中的代理配对',
  'nationec agent pair --token-out till.token',
)
const SIGN_ON = example(
  'who moves money 操作员签到',
  'nationec agent sign-on --number 1001 --agent-token-file till.token',
)
const SETTINGS = example('which settings hold, and from where 查看各项设置及其来源', 'nationec config explain')
const NEW_TRANSPORT = example('a package to fill in 新建传输层软件包', 'nationec new transport usb-hid')
const BENCH = example('over memory, without ports 不接串口，仅在内存中测试', 'nationec link bench --size 64')

const OPEN = example('what is not known, and who must look 查看未决事项', 'nationec ledger open')

/** Examples by the words of each command; help shows them, and a test reads each as the program would. */
export const EXAMPLES: Readonly<Record<string, readonly Example[]>> = {
  '': [
    example('the whole flow, simulated 全流程演示', 'nationec demo'),
    example('a body to start from 生成请求体示例', 'nationec example credential'),
    example('check this machine 检查本机环境', 'nationec doctor'),
  ],
  demo: [example('with other persons and numbers 更换模拟数据', 'nationec demo --seed 8')],
  example: [
    example(
      'read the patient, then upload a bill 读取凭证后上传费用',
      'nationec example credential | nationec credential --json > person.json',
    ),
    example('', 'nationec example upload | nationec upload --file - --answer person.json --json > order.json'),
    example('a body for any described transType 任意已知交易类型的请求体', 'nationec example call cn.nhsa.cert.get'),
  ],
  simulate: [
    example('a terminal for programs in any language 供任意语言的程序调用', 'nationec simulate --port 33900'),
    example(
      'the patient pays by hand, the second answer is lost 手动支付，第二次应答丢失',
      'nationec simulate --set patient=manual --faults none,lost-answer',
    ),
  ],
  'simulate dll': [
    example('for a 32-bit program 供 32 位程序加载', 'nationec simulate dll --out standin --target win32-ia32'),
  ],
  call: [
    example('read an identity card 读取身份证', 'nationec call cn.nhsa.cert.get --file operator.json'),
    example(
      'a body of the region, unchecked 地区自定义交易，不校验',
      'nationec call region.query --raw --file body.json',
    ),
  ],
  credential: [
    example('read the patient 读取患者电子凭证', 'nationec credential --file operator.json --json > person.json'),
  ],
  upload: [
    example(
      'a bill for the person that was read 为已读取的患者上传费用',
      'nationec upload --file bill.json --answer person.json --json > order.json',
    ),
    example(
      'upload and ask at once 上传后立即查询',
      'nationec upload --file bill.json --answer person.json --json | nationec query --answer -',
    ),
    example(
      'the same key again sends nothing and tells what is known 同一键再次执行：不发送，返回已知结果',
      'nationec upload --file bill.json --answer person.json --key bill-4711',
    ),
  ],
  place: [
    example(
      'the payment of an uploaded order 为已上传的订单下单',
      'nationec place --file payment.json --answer order.json',
    ),
  ],
  query: [
    example('the order of an upload 查询该次上传的订单', 'nationec query --answer order.json'),
    example(
      'after a lost answer, by our own number 应答丢失后按机构订单号查询',
      'nationec query --field medOrgOrd=20261123101500ABCDEFGHJKMNPQRS0000H33010200001',
    ),
  ],
  revoke: [example('before it is settled 结算前撤销', 'nationec revoke --answer person.json --answer order.json')],
  refund: [
    example(
      'give 20.00 of the cash back 退现金 20.00 元',
      'nationec refund --answer person.json --answer order.json --field refdType=CASH --field totlRefdAmt=20.00 --field cashRefdAmt=20.00',
    ),
  ],
  doctor: [example('with the library of the vendor 检查厂商动态库', 'nationec doctor --library NationECCode.dll')],
  ledger: [OPEN],
  'ledger list': [example('the orders of a day 当日订单', 'nationec ledger list --day 2026-11-23')],
  'ledger show': [
    example('by the number of the order 按支付订单号', 'nationec ledger show ORD330100202611231015000000001'),
    example('by its key 按键', 'nationec ledger show bill-4711'),
  ],
  'ledger open': [
    OPEN,
    example('of another folder, for a program 供程序读取指定账本', 'nationec ledger open --ledger D:/ledger --json'),
  ],
  'ledger settle': [
    example('everything that is not known 查询所有未知结果', 'nationec ledger settle'),
    example('one, by its key 按键查询一个', 'nationec ledger settle bill-4711 --within 60000'),
  ],
  'ledger decide': [
    example(
      'after asking the centre 向中心核实后认定',
      'nationec ledger decide 804f9d33a809aa7493ccce7b208d831c --outcome not-done --by u007 --because refused-by-the-centre',
    ),
  ],
  'ledger verify': [example('after a crash of the disk 磁盘故障后校验', 'nationec ledger verify')],
  'ledger renew-mark': [
    example(
      'after the mark was lost 标记文件丢失后重新生成',
      'nationec ledger renew-mark --by u007 --because disk-was-replaced',
    ),
  ],
  'ledger backup': [example('every evening 每日备份', 'nationec ledger backup E:/backup/2026-11-23')],
  'ledger restore': [
    example('into a new place 恢复到新位置', 'nationec ledger restore E:/backup/2026-11-23 --ledger D:/ledger'),
    example('in the place of a damaged one 替换已损坏的账本', 'nationec ledger restore E:/backup/2026-11-23 --replace'),
  ],
  'ledger reconcile': [
    example(
      'the list of the centre 与中心清单对账',
      'nationec ledger reconcile --day 2026-11-23 --centre centre.csv --centre-map columns.json --html report.html',
    ),
  ],
  'ledger close-day': [
    example(
      'with the list 对账并日结',
      'nationec ledger close-day --day 2026-11-23 --by u007 --centre centre.csv --centre-map columns.json',
    ),
  ],
  'ledger doctor': [example('is the ledger safe? 账本是否可靠', 'nationec ledger doctor')],
  'ledger simulate': [
    example('replay a seed 重放一个种子', 'nationec ledger simulate --seed 7 --orders 20'),
    example(
      'the shortest story of a failing one 最短的违规过程',
      'nationec ledger simulate --seed 7 --orders 200 --shrink --story',
    ),
  ],
  codes: [
    example('by Chinese or English 按中文或英文查询', 'nationec codes 退款'),
    example('a code of one table 查询某一代码表', 'nationec codes 6 --table ordStas'),
  ],
  checklist: [example('the list of the cashier 收款员的清单', 'nationec checklist --role cashier')],
  sn: [example('ten numbers 生成十个流水号', 'nationec sn --count 10 --org-id H33010200001')],
  crypto: [KEYS, EXPLAIN_SIGNATURE],
  'crypto keys': [KEYS],
  'crypto sign': [
    example(
      'the exact bytes of a file 对文件签名',
      'nationec crypto sign --private-key-file till.pem --file message.json',
    ),
  ],
  'crypto verify': [
    example(
      'a signature of the partner 验证对方签名',
      'nationec crypto verify --public-key-file partner.pem --signature 3045AB --file message.json',
    ),
  ],
  'crypto encrypt': [
    example(
      'SM4 needs a key and a mode SM4 须给出密钥与工作模式',
      'nationec crypto encrypt --algorithm sm4 --mode cbc --key-file key.hex --file message.json',
    ),
    example(
      'SM2 needs a public key and a form SM2 须给出公钥与密文排列',
      'nationec crypto encrypt --algorithm sm2 --form C1C3C2 --public-key-file partner.pem --file message.json',
    ),
  ],
  'crypto decrypt': [
    example(
      'with what encryption has told 使用加密时得到的参数',
      'nationec crypto decrypt --algorithm sm4 --mode gcm --key-env SM4_KEY --nonce 00112233445566778899aabb --tag 00112233445566778899aabbccddeeff --file secret.txt',
    ),
  ],
  'crypto string-to-sign': [
    example(
      'of a sealed envelope, as it was signed 已加密报文的完整待签名文本',
      'nationec crypto string-to-sign --file envelope.json --app-secret-env APP_SECRET --with-key',
    ),
  ],
  'crypto explain': [EXPLAIN_SIGNATURE, EXPLAIN_CIPHERTEXT],
  'crypto explain signature': [EXPLAIN_SIGNATURE],
  'crypto explain ciphertext': [EXPLAIN_CIPHERTEXT],
  keys: [
    example('make them 生成密钥', 'nationec keys --folder till'),
    example('compare fingerprints 核对指纹', 'nationec keys --folder till --show'),
  ],
  link: [BENCH],
  'link bench': [
    BENCH,
    example(
      'over a null-modem cable 通过交叉串口线测试',
      'nationec link bench --serial-port COM3 --other COM4 --record line.bin',
    ),
  ],
  'link sniff': [
    example('a recording 解析录制文件', 'nationec link sniff line.bin'),
    example('hexadecimal text from stdin 标准输入的十六进制文本', 'nationec link sniff --hex -'),
  ],
  trace: [MASK],
  'trace record': [
    example(
      'between a program and the library 录制程序与动态库之间的报文',
      'nationec trace record --out day.tape --transport dll --library NationECCode.dll --org-id H33010200001',
    ),
  ],
  'trace replay': [example('play it to the program 回放给程序', 'nationec trace replay day.tape --listen 33901')],
  'trace mask': [MASK],
  serve: [example('on a port of its own 指定端口', 'nationec serve --port 33910')],
  agent: [PAIR],
  'agent pair': [PAIR],
  'agent sign-on': [SIGN_ON],
  'agent sign-off': [example('the next cashier 换人收费', 'nationec agent sign-off --agent-token-file till.token')],
  'agent bundle': [
    example(
      'what support asks for, in one file 供技术支持使用的信息包',
      'nationec agent bundle --agent-token-file till.token --out bundle.zip',
    ),
  ],
  config: [SETTINGS],
  'config explain': [
    SETTINGS,
    example('those of a file 查看某一配置文件', 'nationec config explain --config nationec.json'),
  ],
  new: [NEW_TRANSPORT],
  'new transport': [NEW_TRANSPORT],
  completion: [example('for this bash 用于当前 bash', 'nationec completion bash')],
}
