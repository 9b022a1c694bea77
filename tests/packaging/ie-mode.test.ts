// @runtimes node
// @everyday none
import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { createContext, runInContext } from 'node:vm'
import { parse } from 'acorn'
import { oldScript } from '../../scripts/package/old-script.mjs'

let script = ''
before(async () => {
  script = await oldScript(fileURLToPath(new URL('../../packages/browser/src/nation-ec-trans.ts', import.meta.url)))
})

/** What Internet Explorer 11 lacks of what the engine of this test has. */
const YOUNGER = `
  ['Promise', 'Symbol', 'Map', 'Set', 'WeakMap', 'WeakSet', 'Proxy', 'Reflect', 'URL', 'globalThis', 'fetch', 'Iterator'].forEach(
    function (name) { delete this[name] }, this)
  ;['assign', 'entries', 'values', 'fromEntries', 'getOwnPropertyDescriptors', 'hasOwn'].forEach(
    function (name) { delete Object[name] })
  ;['includes', 'startsWith', 'endsWith', 'repeat', 'padStart', 'matchAll', 'replaceAll', 'at'].forEach(
    function (name) { delete String.prototype[name] })
  ;['includes', 'find', 'findIndex', 'fill', 'flat', 'flatMap', 'at', 'values', 'keys', 'entries'].forEach(
    function (name) { delete Array.prototype[name] })
  delete Array.from; delete Array.of
`

interface Asked {
  readonly method: string
  readonly url: string
  readonly headers: Record<string, string>
  readonly body: unknown
}

/** What a server answers, or nothing where the connection breaks. */
type Answer = { readonly status: number; readonly body: unknown } | undefined

/** A page of Internet Explorer that has loaded the script from an agent. */
function oldPage(answer: (asked: Asked) => Answer, documentMode = 11) {
  const asked: Asked[] = []
  const stored: Record<string, string> = {}
  class Request {
    status = 0
    responseText = ''
    #asked = { method: '', url: '', headers: {} as Record<string, string> }
    open(method: string, url: string, isAsynchronous: boolean): void {
      assert.equal(isAsynchronous, false)
      this.#asked = { method, url, headers: {} }
    }
    setRequestHeader(name: string, value: string): void {
      this.#asked.headers[name] = value
    }
    send(text: string): void {
      const request = { ...this.#asked, body: JSON.parse(text) }
      asked.push(request)
      const given = answer(request)
      if (given === undefined) throw new Error('Network error')
      this.status = given.status
      this.responseText = typeof given.body === 'string' ? given.body : JSON.stringify(given.body)
    }
  }
  if (documentMode >= 10) Object.assign(Request.prototype, { withCredentials: false })
  const localStorage = {
    getItem: (name: string) => stored[name] ?? null,
    setItem: (name: string, value: string) => void Object.assign(stored, { [name]: value }),
  }
  const scripts = [{ src: '' }, { src: 'http://127.0.0.1:33912/sdk/nation-ec-trans.js' }]
  const page = createContext({ document: { scripts }, localStorage, XMLHttpRequest: Request })
  runInContext(`var window = this;${YOUNGER}`, page)
  runInContext(script, page)
  return {
    asked,
    stored,
    /** Runs what an old page would: a program of ES5. */
    run(program: string): unknown {
      const code = `JSON.stringify((function () { ${program} })())`
      parse(code, { ecmaVersion: 5 })
      return JSON.parse(String(runInContext(code, page)))
    },
  }
}

const TOLD = 'function told(e) { return { code: e.code, delivery: e.delivery, message: e.message } }'
const CALL = `try { return NationEcTrans('http://centre/api', '{"a":1}') } catch (e) { return told(e) } ${TOLD}`
const PAIR = `var seen = []
  NationEcTrans.pair('旧页面').then(function (pairing) { seen.push(pairing.expiresAt); return pairing.confirm('123456') })
    .then(function () { seen.push('paired') }, function (e) { seen.push(e.code, e.message) })
  return seen`

describe('the script for pages in the IE mode', () => {
  it('is ES5 to the last character', () => {
    assert.doesNotThrow(() => parse(script, { ecmaVersion: 5 }))
    assert.throws(() => parse('var a = () => 1', { ecmaVersion: 5 }))
  })

  it('pairs, remembers it, and gives the answer of the terminal as the control did', () => {
    const page = oldPage(({ url }) => {
      if (url.endsWith('/v1/pairings')) return { status: 201, body: { pairingId: 'P1', expiresAt: 'soon' } }
      if (url.endsWith('/confirm')) return { status: 200, body: { token: 'T1' } }
      return { status: 200, body: '{"code":0}' }
    })
    assert.deepEqual(page.run(PAIR), ['soon', 'paired'])
    assert.deepEqual(page.stored, { 'nationec:http://127.0.0.1:33912': 'T1' })
    assert.equal(page.run(CALL), '{"code":0}')
    assert.deepEqual(
      page.asked.map(({ url, body }) => [url.replace('http://127.0.0.1:33912', ''), body]),
      [
        ['/v1/pairings', { name: '旧页面' }],
        ['/v1/pairings/confirm', { pairingId: 'P1', code: '123456' }],
        ['/v1/nation-ec-trans', { url: 'http://centre/api', json: '{"a":1}' }],
      ],
    )
    assert.equal(page.asked.at(-1)?.headers['Authorization'], 'Bearer T1')
  })

  it('says what is wrong, in Chinese and with the field', () => {
    const code = 'PAIRING_CODE_WRONG'
    const text = { zh: '配对码错误。', en: 'Wrong.' }
    const body = { code, delivery: 'not-sent', summary: text, advice: { zh: '请核对。', en: '' } }
    const pairing = oldPage(({ url }) =>
      url.endsWith('/confirm') ? { status: 422, body } : { status: 201, body: { pairingId: 'P1', expiresAt: 'soon' } },
    )
    assert.deepEqual(pairing.run(PAIR), ['soon', code, '配对码错误。请核对。'])

    const issues = [{ path: 'json', rule: 'type', text: { zh: '类型须为 string', en: 'must be string' } }]
    const wrong = oldPage(() => ({ status: 422, body: { ...body, code: 'PARAMETER_INVALID', issues } }))
    assert.match(JSON.stringify(wrong.run(CALL)), /json：类型须为 string。/)
  })

  it('tells what became of the request, and sends it once', () => {
    const lost = oldPage(() => undefined)
    assert.deepEqual((lost.run(CALL) as { delivery: string }).delivery, 'unknown')
    assert.equal(lost.asked.length, 1)
    const unpaired = oldPage(() => ({ status: 401, body: { code: 'TOKEN_MISSING', delivery: 'not-sent' } }))
    const { code, delivery, message } = unpaired.run(CALL) as Record<string, string>
    assert.deepEqual([code, delivery], ['NOT_PAIRED', 'not-sent'])
    assert.match(message ?? '', /六位数字/)
  })

  it('says that it cannot where the browser cannot', () => {
    const page = oldPage(() => ({ status: 200, body: '{}' }), 9)
    const told = page.run(CALL) as Record<string, string>
    assert.deepEqual([told['code'], told['delivery']], ['BROWSER_TOO_OLD', 'not-sent'])
    assert.match(told['message'] ?? '', /文档模式 10 或 11/)
    const modern = `try { NationEcTransAsync('', '{}') } catch (e) { return told(e).code } ${TOLD}`
    assert.equal(oldPage(() => undefined).run(modern), 'BROWSER_TOO_OLD')
    assert.equal(page.asked.length, 0)
  })
})
