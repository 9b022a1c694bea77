import type { OrdStasClass } from '../codes/ord-stas.ts'
import type { Evidence } from '../description/evidence.ts'
import type { TimeForm } from '../time/wire-time.ts'

/** What the facade can do; a profile says which transType each one is on the wire. */
export type Operation =
  | 'queryCredential'
  | 'scanQrCode'
  | 'authoriseFace'
  | 'checkAuthorisation'
  | 'readIdCard'
  | 'notifySettlement'
  | 'uploadFees'
  | 'placeOrder'
  | 'querySettlement'
  | 'revokeFees'
  | 'refund'

/** What an `ordStas` means for the caller. */
export type OrderClass = OrdStasClass

/** The charset of the text on the wire. */
export type Charset = 'utf-8' | 'gb18030'

/** A field that a region adds to a message. */
export interface RegionalField {
  readonly title: string
  readonly length: number
  readonly required?: boolean | undefined
}

/** How a region departs from the messages as described here, per message name and field path. */
export interface FieldDepartures {
  /** Other greatest lengths, in characters: `{ 'operatorId': 64, 'feedetailList.matnFeeFlag': 3 }`. */
  readonly lengths?: Readonly<Record<string, number>> | undefined
  /** Other required flags in the request. */
  readonly required?: Readonly<Record<string, boolean>> | undefined
  /** Other required flags in the answer; `false` for what a region's terminal does not tell. */
  readonly requiredInAnswer?: Readonly<Record<string, boolean>> | undefined
  /**
   * Numbers and amounts of the request that every answer of the region repeats, refusals too, of those that a message has as
   * `echoes`. An answer that lacks one which its request had may belong to any request: it is `unknown`.
   */
  readonly repeatedInAnswer?: readonly string[] | undefined
  /** Other written forms of a time. */
  readonly timeForms?: Readonly<Record<string, TimeForm>> | undefined
  /** Fields of the region's own in the request; an answer may hold any field. */
  readonly extraFields?: Readonly<Record<string, RegionalField>> | undefined
}

/**
 * Regional differences as data: everything that public material shows to differ from one place to the next.
 *
 * Make one with {@link defineProfile}, from {@link defaultProfile} or {@link specProfile}.
 */
export interface Profile {
  readonly name: string
  /** Bodies of the five interfaces: `centre` are 6201…6401, `hos` the older `hos.*` bodies. */
  readonly generation: 'centre' | 'hos'
  /** Which transType each operation is on the wire. */
  readonly transTypes: Readonly<Record<Operation, string>>
  /**
   * Which institution the body of a request may name in `orgCodg`: the one of the envelope's `orgId`, or `any`, where a head
   * office sends for its branches.
   */
  readonly orgCodg: 'same-as-orgId' | 'any'
  /** Whether a request's `data` travels as an object or as its JSON text. Answers are read in both forms. */
  readonly requestData: 'object' | 'json-text'
  /** Name of the extension field in a request's header. Answers are read under both names. */
  readonly extensionKey: 'extData' | 'extra'
  /** The charset that the byte limits are counted in; the transport does the conversion. */
  readonly charset: Charset
  /**
   * How characters beyond ASCII travel in a request: as they are, or as `\uXXXX`, which every JSON reader reads alike. For
   * a library that reads GB18030 byte by byte: 117 Chinese characters (誠, 衆, 鋅 …) end in the byte of the backslash.
   */
  readonly nonAscii: 'as it is' | 'escaped'
  /**
   * Whether the vendor's library returns the answer itself, as the OCX does, and not `0000` with the answer in OutData
   * (clause 3.2). The transport over the library reads it; the client does not.
   */
  readonly answersWithoutReturn: boolean
  /** The envelope time of the payment centre (HTTPS, not the terminal). */
  readonly timestampForm: 'epoch-milliseconds' | 'epoch-seconds' | 'yyyyMMddHHmmss'
  /** What a field's length counts. */
  readonly lengthUnit: 'characters' | 'bytes'
  /** Meaning of each `ordStas`; a state that is not listed is `unrecognised`, and to be treated as still open. */
  readonly orderClasses: Readonly<Record<string, OrderClass>>
  /** Departures per message name. */
  readonly messages: Readonly<Record<string, FieldDepartures>>
  /** Why each setting is as it is. */
  readonly evidence: Readonly<Record<string, { readonly evidence: Evidence; readonly note: string }>>
}
