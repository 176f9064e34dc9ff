/** Most texts: nothing in them can be folded or refused. */
const PLAIN = /^[\x20-\x7e]*$/
/** Blanks that look like a space, line separators of Unicode included. */
const BLANKS = /[\p{Zs}\u2028\u2029\u2800\u3164]/gu
/** Characters that show nothing and that copying leaves behind. Joiners stay: scripts and emoji need them. */
const INVISIBLE = /[\u00ad\u180e\u200b\u2060-\u2064\ufeff]/g
/**
 * Characters that no text has: halves of surrogate pairs, controls other than tab and line breaks, controls of the
 * writing direction, which make a text look like another, and U+FFFE and U+FFFF.
 */
const REFUSED =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what is looked for
  /[\p{Cs}\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/u

/**
 * The one spelling of a text, in which it is stored, compared and hashed: NFC, every blank a space, nothing invisible.
 * Two texts that look the same because a system composes letters or pads with no-break spaces become equal.
 */
export function foldText(text: string): string {
  if (PLAIN.test(text)) return text
  return text.replace(INVISIBLE, '').normalize('NFC').replace(BLANKS, ' ')
}

/** The first character of a text that is never accepted, as `U+0000`; undefined when there is none. */
export function refusedCharacter(text: string): string | undefined {
  if (PLAIN.test(text)) return undefined
  const found = REFUSED.exec(text)?.[0].codePointAt(0)
  return found === undefined ? undefined : `U+${found.toString(16).toUpperCase().padStart(4, '0')}`
}
