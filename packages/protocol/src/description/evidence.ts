/**
 * How well a fact that the specification leaves out is known.
 *
 * - `confirmed`: the specification's own text, or several independent public sources agree
 * - `single source`: one public source shows it
 * - `assumption`: without a source; ours until the real terminal says otherwise
 */
export type Evidence = 'confirmed' | 'single source' | 'assumption'
