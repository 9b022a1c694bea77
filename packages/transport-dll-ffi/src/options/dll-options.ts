import type { TransportSpec } from '@nationec/transport'
import type { AnswerCharset, Charset } from '../encoding/charset.ts'
import type { KoffiModule } from './koffi-module.ts'
import type { HostKind, OnNotice } from './notice.ts'

/** Settings of `dllTransport`. */
export interface DllTransportOptions {
  /** Path of NationECCode.dll, file name included. A relative path is meant from the folder of this moment. */
  readonly library: string
  /** The business address (`strUrl`, clause 3.2) for exchanges that name none. */
  readonly url?: string | undefined
  /** Another export than `NationEcTrans`, whose decorated forms are found as well. */
  readonly functionName?: string | undefined
  /**
   * `process` (default): the library lives in a host process that is killed when a call takes too long, and replaced when
   * it crashes. `none`: in this process, by koffi; a crash or a hang of the library is then one of your program.
   */
  readonly isolation?: 'process' | 'none' | undefined
  /** The host process. Default: the native one of this package that fits the library, else this runtime with koffi. */
  readonly host?: DllHostOptions | undefined
  /**
   * What a region's profile says of the library; the profile of the client fits as it is. Options beside it win.
   */
  readonly profile?: DllProfile | undefined
  /** The character sets of the library. */
  readonly encoding?: DllEncodingOptions | undefined
  /**
   * True for a library that returns the answer itself, as the OCX does, and not `0000` with the answer in OutData.
   * Default: what `profile` says, else false, as clause 3.2 has it.
   */
  readonly answersWithoutReturn?: boolean | undefined
  /** Replaces a host that works after so many calls or minutes, between two calls. Default: never. */
  readonly recycle?: { readonly calls?: number | undefined; readonly minutes?: number | undefined } | undefined
  /** Starts the replacement of a host that has ended at once, so that the next exchange need not wait. Default true. */
  readonly warm?: boolean | undefined
  /**
   * Milliseconds an exchange may take, waiting included. Default 120,000: the patient may be scanning a code or typing a
   * password. When they are over the host is killed.
   */
  readonly deadline?: number | undefined
  /** Smaller limits of this library, in bytes of its character set. Default: those of clause 3.2. */
  readonly limits?: TransportSpec['limits']
  /** Takes what is worth a line in a log. What it throws is dropped. */
  readonly onNotice?: OnNotice | undefined
  /** Your own copy of koffi, for `isolation: 'none'`. Default: the installed package. */
  readonly koffi?: KoffiModule | undefined
}

/** The part of a profile that is about the library and not about its messages. */
export interface DllProfile {
  /** Of strUrl and InData. */
  readonly charset?: Charset | undefined
  /** Whether the library returns the answer itself, as the OCX does. */
  readonly answersWithoutReturn?: boolean | undefined
}

/** Settings of the host process. */
export interface DllHostOptions {
  /** The program: a native host, or with `kind: 'koffi'` the Node, Bun or Deno that runs our script. */
  readonly path?: string | undefined
  /** Default: `native` where one is found or `path` is given, else `koffi`. */
  readonly kind?: HostKind | undefined
  /** More words for the program, before our own: `--com`, `--show-prints`, `--stack-mb 16`; native/host/PROTOCOL.md lists them. */
  readonly args?: readonly string[] | undefined
  /** Added to the environment that the library sees. A member that is `undefined` is taken out. */
  readonly environment?: Readonly<Record<string, string | undefined>> | undefined
  /** The library's path as the host sees it, where that differs (wine, a container). The file is then not looked at first. */
  readonly libraryAs?: string | undefined
  /** Milliseconds until the library must be loaded. Default 30,000: antivirus programs look at every part first. */
  readonly startLimit?: number | undefined
}

/** The character sets, one for each direction because they differ in the field. */
export interface DllEncodingOptions {
  /** Of strUrl and InData. Default: what `profile` says, else `utf-8`, by the specification. */
  readonly out?: Charset | undefined
  /**
   * Of OutData and the returned text. Default `detect`: UTF-8 if the bytes are that, else GB18030, and `onNotice` is told
   * which and why; bytes that are neither, or both side by side, are `ANSWER_NOT_DECODABLE`.
   */
  readonly in?: AnswerCharset | undefined
}
