#!/usr/bin/env node
import process from 'node:process'
import { runProgram } from '../dist/program.js'

const parts = { command: 'nationec-agent', pages: new URL('../dist/', import.meta.url) }
process.exit(await runProgram(process.argv.slice(2), parts))
