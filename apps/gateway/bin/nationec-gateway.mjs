#!/usr/bin/env node
import process from 'node:process'
import { runGateway } from '../dist/program.js'

process.exit(await runGateway(process.argv.slice(2)))
