import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { chooseKernel } from './choose-sm2-kernel.ts'
import { type WebAssemblyApi, webAssemblyOf } from './wasm/web-assembly.ts'

function webAssembly(): WebAssemblyApi {
  const api = webAssemblyOf()
  if (api === undefined) throw new Error('WebAssembly does not run here')
  return api
}

/** The runtime's WebAssembly with another class in one place. */
function withInstance(change: (exports: Record<string, unknown>) => Record<string, unknown>): WebAssemblyApi {
  const { Instance, Module } = webAssembly()
  return {
    Module,
    validate: () => true,
    Instance: class {
      readonly exports: Readonly<Record<string, unknown>>
      constructor(module: object) {
        this.exports = change({ ...new Instance(module).exports })
      }
    },
  }
}

describe('which kernel of SM2 is taken', () => {
  it('WebAssembly where it runs', () => {
    assert.equal(chooseKernel().name, 'webassembly')
    assert.equal(chooseKernel(withInstance((exports) => exports)).name, 'webassembly')
  })

  it('TypeScript where a policy forbids to compile', () => {
    const forbidden: WebAssemblyApi = {
      validate: () => true,
      Instance: webAssembly().Instance,
      Module: class {
        constructor() {
          throw new Error('unsafe-eval is not allowed')
        }
      },
    }
    assert.equal(chooseKernel(forbidden).name, 'portable')
  })

  it('TypeScript where the module does not validate', () => {
    assert.equal(chooseKernel({ ...webAssembly(), validate: () => false }).name, 'portable')
  })

  it('TypeScript where the module calculates wrongly', () => {
    assert.equal(chooseKernel(withInstance((exports) => ({ ...exports, multiplyBase() {} }))).name, 'portable')
  })

  it('TypeScript where the module breaks', () => {
    const broken = withInstance((exports) => ({
      ...exports,
      start() {
        throw new Error('unreachable')
      },
    }))
    assert.equal(chooseKernel(broken).name, 'portable')
  })
})
