#!/usr/bin/env node
import { createRequire } from 'node:module'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { demonstrate } from '../dist/index.js'

// The console is the agent's.
const agent = pathToFileURL(createRequire(import.meta.url).resolve('@nationec/agent/package.json'))
process.exit(await demonstrate(process.argv.slice(2), new URL('dist/', agent)))
