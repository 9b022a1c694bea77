/**
 * What may be shown of messages: in logs, errors, traces, on tapes. Nothing of zod is loaded with it.
 *
 * @module
 */
export { type DisplayRule, displayRule, type ShownForm } from './privacy/display-rule.ts'
export { fieldsNamed } from './privacy/fields-by-name.ts'
export { hiddenTexts } from './privacy/hidden-texts.ts'
export { maskLog } from './privacy/log/mask-log.ts'
export { MASK } from './privacy/mask.ts'
export { maskJson, maskMessage, type Show } from './privacy/mask-json.ts'
export { maskMembers } from './privacy/mask-members.ts'
export { hideTexts, maskText } from './privacy/mask-text.ts'
export { jsonInside, rewriteJson } from './privacy/rewrite-json.ts'
export { showKnown, showName } from './privacy/show-known.ts'
