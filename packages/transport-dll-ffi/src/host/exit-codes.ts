/** The exit codes of native/host/PROTOCOL.md that are told apart, and what a runtime ends with that cannot run our script. */
export const exitCode = { scriptFailed: 1, wrongOptions: 64, brokenFrame: 65, hostFailed: 70 } as const
