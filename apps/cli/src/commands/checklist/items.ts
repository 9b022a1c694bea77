import type { BilingualText } from '@nationec/errors'

/** Who goes through a list. */
export interface Role {
  readonly name: string
  readonly title: BilingualText
  readonly items: readonly Item[]
}

export interface Item {
  /** Stays the same, so that a record of acceptance can name it. */
  readonly id: string
  readonly text: BilingualText
}

const item = (id: string, zh: string, en: string): Item => ({ id, text: { zh, en } })

/** What is done before the first real bill, by role. */
export const ROLES: readonly Role[] = [
  {
    name: 'developer',
    title: { zh: '开发', en: 'developer' },
    items: [
      item(
        'developer.ledger',
        '费用上传、支付下单、撤销、退费全部经过账本或本地代理',
        'Uploads, payments, revokes and refunds all go through the ledger or the agent',
      ),
      item(
        'developer.key',
        '每张账单的键与 medOrgOrd 在发送之前保存，重试使用同一个键',
        'Key and medOrgOrd of a bill are stored before it is sent; a retry uses the same key',
      ),
      item(
        'developer.unknown',
        '结果未知时只查询，不重复提交，也不当作成功或失败',
        'After an unknown outcome the program queries; it repeats nothing and takes it for no result',
      ),
      item(
        'developer.failed-here',
        '医保已结算而院内失败时，能够退费或撤销',
        'Settled by insurance and failed in the hospital: the program can refund or revoke',
      ),
      item(
        'developer.faults',
        '已用模拟器试过：应答丢失、线路中断、超时、忙、患者取消',
        'Tried with the simulator: lost answer, cut line, time-out, busy, patient cancels',
      ),
      item(
        'developer.killed',
        '已试过在付款过程中强制结束程序，重新启动后能得知结果',
        'The program was killed during a payment, and knew the outcome after its restart',
      ),
      item(
        'developer.money',
        '金额不使用浮点数；费用明细合计等于总金额',
        'No amount is a float; the lines of a bill add up to its total',
      ),
      item(
        'developer.privacy',
        '日志、错误提示与监控中没有姓名、证件号码和令牌',
        'No name, number of a person or token in logs, messages and monitoring',
      ),
      item(
        'developer.profile',
        '地区配置中的字段长度、交易类型和签名规则已与当地确认',
        'Lengths, transTypes and signature rules of the profile are agreed with the region',
      ),
    ],
  },
  {
    name: 'it',
    title: { zh: '信息科', en: 'IT' },
    items: [
      item(
        'it.doctor',
        '每台收费电脑执行 nationec doctor，没有 problem',
        'nationec doctor finds no problem on any till',
      ),
      item(
        'it.library',
        '真实动态库清单已逐项完成，版本与位数已记录',
        'The list for the real library is done; its version and bitness are written down',
      ),
      item(
        'it.session',
        '代理在收款员的桌面会话中启动，开机自动运行',
        'The agent starts in the session of the cashier, by itself',
      ),
      item(
        'it.origins',
        '代理只允许收费系统的网页来源；没有对外监听',
        'The agent admits the origins of the hospital system only, and listens on this machine only',
      ),
      item(
        'it.browser',
        'Chrome 与 Edge 已下发本机访问策略',
        'The policy for access to this machine is on every managed Chrome and Edge',
      ),
      item(
        'it.backup',
        '账本每日备份到另一块磁盘，并试过恢复',
        'The ledger is backed up to another disk daily, and a restore was tried',
      ),
      item(
        'it.disk',
        '账本所在磁盘有剩余空间监控；不在网络盘上',
        'Free space of the ledger is watched; it is not on a network drive',
      ),
      item('it.clock', '时钟与本单位的时间服务器同步', 'The clock is set by the time server of the house'),
      item(
        'it.antivirus',
        '杀毒软件已放行宿主进程与账本文件夹',
        'The virus scanner admits the host process and the folder of the ledger',
      ),
      item(
        'it.cables',
        '已试过拔掉网线、终端连线和电源，恢复后可继续收费',
        'Network, terminal and power were unplugged; work went on after each',
      ),
    ],
  },
  {
    name: 'cashier',
    title: { zh: '收款员', en: 'cashier' },
    items: [
      item(
        'cashier.unknown',
        '知道“结果未知”时不能再收一次，应等待查询或通知值班人员',
        'Knows that after "unknown" nothing is charged again: wait for the query, or call for help',
      ),
      item(
        'cashier.terminal',
        '知道患者在终端上取消后，账单仍可能被支付，须先撤销',
        'Knows that a bill cancelled at the terminal may still be paid: revoke it first',
      ),
      item('cashier.refund', '练习过全额退费与部分退费', 'Has practised a whole and a partial refund'),
      item(
        'cashier.window',
        '知道终端窗口可能被遮挡，扫码前确认焦点',
        'Knows that the window of the terminal can be hidden, and looks before scanning',
      ),
      item(
        'cashier.sign-on',
        '使用自己的工号与 PIN 登录，离开时退出',
        'Signs on with an own number and PIN, and off when leaving',
      ),
      item(
        'cashier.phone',
        '值班电话与应急收费办法贴在收费窗口',
        'The number to call, and how to charge without the terminal, hang at the till',
      ),
    ],
  },
  {
    name: 'bookkeeper',
    title: { zh: '财务', en: 'bookkeeper' },
    items: [
      item(
        'bookkeeper.test-day',
        '上线前用测试订单完整对账一天，差异全部说明原因',
        'One day of test orders was reconciled before the start, and every difference explained',
      ),
      item(
        'bookkeeper.lists',
        '每日取得支付中心清单与院内清单，列名对照已保存',
        'The lists of the centre and of the house come daily; the map of their columns is stored',
      ),
      item(
        'bookkeeper.open',
        '每日检查未了结事项，指定处理人',
        'Open outcomes are looked at daily, and each has a person',
      ),
      item(
        'bookkeeper.decide',
        '人工认定须有凭据，由第二人复核',
        'A decision by hand has a proof, and a second person looks at it',
      ),
      item('bookkeeper.close', '每日日结并保存签名的结果', 'Each day is closed, and its signed result is kept'),
      item(
        'bookkeeper.keep',
        '账本与日结的保存年限符合本单位规定',
        'Ledger and closed days are kept as long as the house demands',
      ),
    ],
  },
]
