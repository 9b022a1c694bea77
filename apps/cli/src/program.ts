import { Command } from 'commander'
import { charsetOption, type Finish, HELP } from './command-line/add-command.ts'
import { BILINGUAL_HELP, withExamples } from './command-line/help.ts'
import { version } from './command-line/version.ts'
import { addAgent } from './commands/agent/add-agent.ts'
import { addCall } from './commands/call/add-call.ts'
import { addChecklist } from './commands/checklist/add-checklist.ts'
import { addCodes } from './commands/codes/add-codes.ts'
import { addCompletion } from './commands/completion/add-completion.ts'
import { addConfig } from './commands/config/add-config.ts'
import { addCrypto } from './commands/crypto/add-crypto.ts'
import { addDemo } from './commands/demo/add-demo.ts'
import { addDoctor } from './commands/doctor/add-doctor.ts'
import { addExample } from './commands/example/add-example.ts'
import { addKeys } from './commands/keys/add-keys.ts'
import { addLedger } from './commands/ledger/add-ledger.ts'
import { addLink } from './commands/link/add-link.ts'
import { addNew } from './commands/new/add-new.ts'
import { addOrders } from './commands/orders/add-orders.ts'
import { addServe } from './commands/serve/add-serve.ts'
import { addSimulate } from './commands/simulate/add-simulate.ts'
import { addSn } from './commands/sn/add-sn.ts'
import { addTrace } from './commands/trace/add-trace.ts'

/** Every command with its options. What a command does is loaded when it runs, so that `--help` is quick. */
export function createProgram(finish: Finish): Command {
  const program = withExamples(new Command('nationec'), '')
    .configureHelp(BILINGUAL_HELP)
    .description('The medical-insurance terminal on the command line.\n医保业务综合服务终端命令行工具。')
    .version(version, '-V, --version', 'print the version 显示版本')
    .helpOption(...HELP)
    .helpCommand('help [command]', 'show help 显示帮助')
    .enablePositionalOptions()
    .addOption(charsetOption())
  addDemo(program)
  addSimulate(program)
  addCall(program)
  addOrders(program, finish)
  addExample(program)
  addLedger(program, finish)
  addDoctor(program, finish)
  addChecklist(program)
  addCodes(program)
  addSn(program)
  addCrypto(program, finish)
  addKeys(program)
  addLink(program)
  addTrace(program)
  addServe(program, finish)
  addAgent(program)
  addConfig(program)
  addNew(program)
  addCompletion(program)
  return program
}
