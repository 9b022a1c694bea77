// @everyday none
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { before, describe, it } from 'node:test'
import { nationec } from '../../fixtures/run-nationec.ts'
import { temporaryFolder } from '../../fixtures/temporary-folder.ts'

const missing = (shell: string) => spawnSync(shell, ['-c', 'true']).status !== 0 && `no ${shell} here`

const CHOICES = ['simulator', 'http', 'dll', 'serial', 'agent']

/** What may come next, by the words so far; the last one is being typed. */
const QUESTIONS: readonly (readonly [words: readonly string[], offers: readonly string[]])[] = [
  [['simul'], ['simulate']],
  [['simulate', '--port', '1', 'dl'], ['dll']],
  [['simulate', 'dll', '--o'], ['--out']],
  [['crypto', 'expl'], ['explain']],
  [['query', '--transport', ''], CHOICES],
  [
    ['query', '--transport', 's'],
    ['simulator', 'serial'],
  ],
  [
    ['crypto', 'encrypt', '--mode', ''],
    ['gcm', 'cbc', 'ecb'],
  ],
  [['codes', '--table', 'refd'], ['refdType']],
  [['completion', 'p'], ['powershell']],
  [['call', 'cn.nhsa.q'], ['cn.nhsa.qrcode.get']],
  [['call', '--file', 'x', 'hos.query.'], ['hos.query.insu']],
  [['example', 'cred'], ['credential']],
  [['example', 'call', 'ec.'], ['ec.query']],
  [
    ['simulate', '--faults', 'lost'],
    ['lost-answer', 'lost-request'],
  ],
  [['query', '--file', 'bil'], ['bill.json']],
  [
    ['query', '--answer', ''],
    ['bill.json', 'folder'],
  ],
  [['link', 'sniff', 'bil'], ['bill.json']],
  [['keys', '--folder', ''], ['folder']],
  [['sn', '--count', ''], []],
]

describe('nationec completion', () => {
  const scripts = new Map<string, string>()
  before(async () => {
    for (const shell of ['bash', 'zsh', 'fish', 'powershell']) {
      const { code, stdout } = await nationec('completion', shell)
      assert.equal(code, 0)
      scripts.set(shell, stdout)
    }
  })

  it('knows every command, its options and their values for each shell, in plain ASCII', () => {
    for (const script of scripts.values()) {
      for (const word of [
        'simulate',
        'dll',
        'doctor',
        'explain',
        'org-id',
        'json',
        'medType',
        'cn.nhsa.cert.get',
        'C1C3C2',
      ])
        assert.ok(script.includes(word), word)
      assert.ok(!script.includes('--private-key ') && !/-l private-key /.test(script), 'a hidden option stays hidden')
      assert.match(script, /^[\x20-\x7e\n]*$/)
    }
  })

  /** Asks a shell in a folder with a file and a folder. */
  function ask(shell: string, program: (words: readonly string[], script: string) => string): void {
    using folder = temporaryFolder()
    folder.write('bill.json', {})
    folder.makeFolder('folder')
    for (const [words, expected] of QUESTIONS) {
      const script = program(words, scripts.get(shell) ?? '')
      const { stdout, stderr } = spawnSync(shell, ['-c', script], { encoding: 'utf8', cwd: folder.path })
      const offered = stdout.split('\n').map((word) => word.trim().split('\t')[0]?.replace(/\/$/, '') ?? '')
      assert.deepEqual(
        offered.filter((word) => word !== '').sort(),
        [...expected].sort(),
        `${words.join(' ')} ${stderr}`,
      )
    }
  }

  it('offers in bash what may come next', { skip: missing('bash') }, () => {
    // `compgen` stands for what bash does itself where the function gives nothing and the option holds.
    ask(
      'bash',
      (words, script) => `${script}
      default=1; compopt() { default=; }
      COMP_WORDS=(nationec ${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length}; _nationec
      if [[ \${#COMPREPLY[@]} == 0 && $default ]]; then COMPREPLY=($(compgen -f -- "\${COMP_WORDS[COMP_CWORD]}")); fi
      printf '%s\\n' "\${COMPREPLY[@]}"`,
    )
  })

  it('reads in bash a value behind the sign', { skip: missing('bash') }, () => {
    const script = `${scripts.get('bash')}
      COMP_WORDS=(nationec query --transport = ht); COMP_CWORD=4; _nationec; echo "\${COMPREPLY[@]}"
      COMP_WORDS=(nationec query --transport =); COMP_CWORD=3; _nationec; echo "\${COMPREPLY[@]}"
      COMP_WORDS=(nationec simulate --port = 1 d); COMP_CWORD=5; _nationec; echo "\${COMPREPLY[@]}"`
    const { stdout } = spawnSync('bash', ['-c', script], { encoding: 'utf8' })
    assert.deepEqual(stdout.trim().split('\n'), ['http', CHOICES.join(' '), 'dll'])
  })

  it('offers in zsh what may come next', { skip: missing('zsh') }, () => {
    // The functions of zsh's own system draw on a terminal; in their places stand some that print.
    ask(
      'zsh',
      (words, script) => `compdef() { : }
      ${script}
      current=${JSON.stringify(words.at(-1))}
      fits() { local w; for w in "$@"; do [[ $w == $current* ]] && print -r -- $w; done; true }
      compadd() { shift; fits "$@" }
      _files() { if [[ $1 == -/ ]]; then fits *(N/); else fits *(N); fi }
      _message() { : }
      _describe() { local -a all; all=("\${(@P)2}"); fits "\${(@)all%%:*}" }
      words=(nationec ${words.map((word) => `'${word}'`).join(' ')}); CURRENT=${words.length + 1}
      _nationec ${words.at(-1)?.startsWith('-') ? '' : "| grep -v '^--'"} || true`,
    )
  })

  it('offers in fish what may come next', { skip: missing('fish') }, () => {
    ask(
      'fish',
      (words, script) => `${script}
      complete -C 'nationec ${words.join(' ')}'`,
    )
  })

  it('refuses a shell that it does not know', async () => {
    assert.equal((await nationec('completion', 'tcsh')).code, 2)
    assert.equal((await nationec('completion')).code, 2)
  })
})
