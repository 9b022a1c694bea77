/** What an answer to the centre can be made of. */
export interface PushAnswerTools {
  /** Seals a signed envelope with these members, for a centre that wants one. */
  seal(header: Readonly<Record<string, string | number | boolean>>, data?: unknown): Promise<string>
}

/**
 * The three answers to a push. What the centre expects is not public: the defaults are an **assumption**.
 *
 * `refused` is the same for every reason, and makes nothing of the request: a probe of the address learns nothing.
 */
export interface PushAnswers {
  /** The push was handed on, or had been before. Default: HTTP 200, `{"code":0,"message":"success","success":true}`. */
  accepted(tools: PushAnswerTools): Response | Promise<Response>
  /** Genuine, but not handed on: the centre should repeat it. Default: HTTP 503, code -1. */
  repeat(tools: PushAnswerTools): Response | Promise<Response>
  /** Not for us. Default: HTTP 400, code -1. */
  refused(): Response | Promise<Response>
}

export const defaultAnswers: PushAnswers = {
  accepted: () => json(200, { code: 0, message: 'success', success: true }),
  repeat: () => json(503, { code: -1, message: 'repeat', success: false }),
  refused: () => json(400, { code: -1, message: 'refused', success: false }),
}

function json(status: number, body: object): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  })
}
