/**
 * A host that loads the library by koffi, for systems without a native one: run this file by any runtime.
 *
 * It speaks the frames of native/host/PROTOCOL.md. Two things are weaker than in the native host: what the library
 * prints comes through the same pipe (the frames are found all the same), and a crash is told by the end of the process
 * only.
 *
 * @module
 */
import { isMainThread } from 'node:worker_threads'
import { runCaller } from './koffi/host-caller.ts'
import { runInput } from './koffi/host-input.ts'

if (isMainThread) void runCaller(import.meta.url)
else runInput()
