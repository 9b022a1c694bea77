import { type BilingualText, type ErrorCatalogue, isNationEcError, NationEcError } from '@nationec/errors'

export type BusinessErrorCode = 'BUSINESS_REFUSED'

/** The terminal or the payment centre answered, and said no. */
export const businessErrors: ErrorCatalogue<BusinessErrorCode> = {
  BUSINESS_REFUSED: {
    layer: 'business',
    delivery: 'answered',
    summary: {
      en: 'The terminal or the payment centre refused the request.',
      zh: '终端或医保移动支付中心拒绝了该请求。',
    },
    advice: {
      en: 'Read responseCode and responseMessage; correct the cause before a new request.',
      zh: '请查看返回码与返回信息，排除原因后再发起新的请求。',
    },
  },
}

/** What a {@link BusinessError} is made of. */
export interface BusinessErrorParts {
  readonly responseCode: number | string
  readonly responseMessage: string
  /** Default: to correct the cause before a new request. */
  readonly advice?: BilingualText | undefined
}

/**
 * The answer's `code` was not 0 (clause 2.2.4.2).
 *
 * Table A.4 with the meaning of the codes is not public: unknown codes pass through as they came.
 */
export class BusinessError extends NationEcError<BusinessErrorCode> {
  /** The answer's `code`. */
  readonly responseCode: number | string
  /** The answer's `message`, with everything personal masked. */
  readonly responseMessage: string

  constructor({ responseCode, responseMessage, advice = businessErrors.BUSINESS_REFUSED.advice }: BusinessErrorParts) {
    super({
      code: 'BUSINESS_REFUSED',
      entry: { ...businessErrors.BUSINESS_REFUSED, advice },
      details: [
        {
          en: `Code ${responseCode}: ${responseMessage || '(no text)'}.`,
          zh: `返回码 ${responseCode}：${responseMessage || '（无说明）'}。`,
        },
      ],
    })
    this.name = 'BusinessError'
    this.responseCode = responseCode
    this.responseMessage = responseMessage
  }

  override toJSON(): Record<string, unknown> {
    return { ...super.toJSON(), responseCode: this.responseCode, responseMessage: this.responseMessage }
  }
}

/**
 * Tells whether a caught value is a {@link BusinessError}, also when it comes from another copy of the package: a program
 * that has ES modules and CommonJS in it holds two, and `instanceof` sees only its own.
 *
 * @example
 * ```ts
 * import { BusinessError, isBusinessError } from '@nationec/protocol'
 *
 * const caught: unknown = new BusinessError({ responseCode: 1, responseMessage: '示例' })
 * if (isBusinessError(caught)) console.log(caught.responseCode) // 1
 * ```
 */
export function isBusinessError(value: unknown): value is BusinessError {
  return isNationEcError(value, 'BUSINESS_REFUSED') && 'responseCode' in value
}
