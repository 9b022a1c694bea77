import type { ErrorCatalogue } from '@nationec/errors'

/** What can be wrong with the machine or the installation. All of them end with exit code 5. */
export const machineErrors = {
  LISTEN_PORT_BUSY: {
    layer: 'host',
    delivery: 'not-sent',
    summary: { en: 'Another program listens on this port.', zh: '该端口已被其他程序占用。' },
    advice: { en: 'End it, or choose another with --port.', zh: '请结束该程序，或用 --port 指定其他端口。' },
  },
  LISTEN_PORT_REFUSED: {
    layer: 'host',
    delivery: 'not-sent',
    summary: { en: 'The system does not let this program listen on the port.', zh: '系统不允许在该端口监听。' },
    advice: { en: 'Choose a port from 1024 to 65535 with --port.', zh: '请用 --port 指定 1024 至 65535 之间的端口。' },
  },
  TARGET_UNKNOWN: {
    layer: 'host',
    delivery: 'not-sent',
    summary: { en: 'The stand-in library does not exist for this system.', zh: '没有适用于该系统的模拟动态库。' },
    advice: {
      en: 'Choose another with --target, for example win32-ia32 or win32-x64.',
      zh: '请用 --target 指定其他系统，例如 win32-ia32 或 win32-x64。',
    },
  },
  BUILD_FAILED: {
    layer: 'host',
    delivery: 'not-sent',
    summary: { en: 'The stand-in library could not be built.', zh: '模拟动态库构建失败。' },
    advice: { en: 'Read what the compiler said above.', zh: '请查看上方编译器的输出。' },
  },
  FOLDER_NOT_WRITABLE: {
    layer: 'host',
    delivery: 'not-sent',
    summary: { en: 'The files cannot be written into this folder.', zh: '无法向该文件夹写入文件。' },
    advice: {
      en: 'Choose another that exists and that you may write to, and end programs that have loaded a library from there.',
      zh: '请指定其他已存在且可写的文件夹，并关闭已从该处加载动态库的程序。',
    },
  },
  FILE_EXISTS: {
    layer: 'host',
    delivery: 'not-sent',
    summary: { en: 'The file exists already and is not overwritten.', zh: '文件已存在，不予覆盖。' },
    advice: { en: 'Name another file, or move this one away.', zh: '请指定其他文件名，或先移走该文件。' },
  },
  PART_MISSING: {
    layer: 'host',
    delivery: 'not-sent',
    summary: { en: 'A part that this command needs is not installed.', zh: '该命令所需的组件未安装。' },
    advice: { en: 'Install the package that is named above.', zh: '请安装上文所列的软件包。' },
  },
  LINE_SILENT: {
    layer: 'host',
    delivery: 'not-sent',
    summary: { en: 'The two ports do not hear each other.', zh: '两个串口之间没有应答。' },
    advice: {
      en: 'Join them by a null-modem cable, and take a rate that both have.',
      zh: '请用交叉串口线连接，并选用双方都支持的波特率。',
    },
  },
  OUTPUT_FAILED: {
    layer: 'host',
    delivery: 'not-sent',
    summary: { en: 'The output could not be written.', zh: '输出内容写入失败。' },
    advice: {
      en: 'Look whether the disk is full or the reader has ended. If the delivery is unknown the terminal has answered: query the order by the numbers below, never repeat the request.',
      zh: '请检查磁盘是否已满、读取方是否已退出。若 delivery 为 unknown，终端已作出应答：请按下列单号查询订单，切勿重复发送请求。',
    },
  },
  LEDGER_NEEDS_SQLITE: {
    layer: 'host',
    delivery: 'not-sent',
    summary: { en: 'This runtime has no SQLite, which the ledger needs.', zh: '当前运行环境没有账本所需的 SQLite。' },
    advice: {
      en: 'Use Node 22.13 or newer, Bun or Deno; with --no-ledger the command works without a ledger.',
      zh: '请使用 Node 22.13 及以上版本、Bun 或 Deno；加 --no-ledger 可不使用账本执行该命令。',
    },
  },
  LEDGER_ABSENT: {
    layer: 'host',
    delivery: 'not-sent',
    summary: { en: 'There is no ledger in this folder.', zh: '该文件夹中没有账本。' },
    advice: {
      en: 'Name the right one with --ledger; the first command that moves money makes it.',
      zh: '请用 --ledger 指定正确的文件夹；首个资金命令会自动创建账本。',
    },
  },
  LEDGER_PRESENT: {
    layer: 'host',
    delivery: 'not-sent',
    summary: { en: 'There is a ledger in this folder already.', zh: '该文件夹中已有账本。' },
    advice: {
      en: 'Name another folder; with --replace the one that is there is moved beside it and kept.',
      zh: '请指定其他文件夹；加 --replace 则先将现有账本移至旁边并保留。',
    },
  },
  OUTCOME_STILL_OPEN: {
    layer: 'host',
    delivery: 'unknown',
    summary: { en: 'The outcome of this operation is not known.', zh: '该操作的结果未知。' },
    advice: {
      en: 'Ask with nationec query; never repeat it under another key.',
      zh: '请用 nationec query 查询；切勿换键重发。',
    },
  },
  NOT_CARRIED_OUT: {
    layer: 'business',
    delivery: 'answered',
    summary: {
      en: 'A query, a memory or a person has told that this operation was not carried out.',
      zh: '查询、终端记忆或人工已认定该操作未执行。',
    },
    advice: { en: 'Make a new key if it is still wanted.', zh: '如仍需执行，请使用新的键。' },
  },
  UNEXPECTED: {
    layer: 'host',
    delivery: 'not-sent',
    summary: { en: 'The program itself failed.', zh: '程序内部错误。' },
    advice: {
      en: 'Report it with the lines below, which hold no data; if a request was under way, query the order first.',
      zh: '请附上下列不含业务数据的信息反馈；若当时有请求在途，请先查询订单。',
    },
  },
} as const satisfies ErrorCatalogue
