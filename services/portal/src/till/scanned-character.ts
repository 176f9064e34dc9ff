/** What keys of signs type on the English layout, plain and with Shift, which the Russian one gives to letters. */
const SIGNS: Readonly<Record<string, readonly [string, string]>> = {
  Semicolon: [';', ':'],
  Quote: ["'", '"'],
  Comma: [',', '<'],
  Period: ['.', '>'],
  BracketLeft: ['[', '{'],
  BracketRight: [']', '}'],
  Backquote: ['`', '~'],
  Slash: ['/', '?'],
  Digit3: ['3', '#'],
}
const CYRILLIC = /[\u0400-\u04ff№]/

/** What of a key press is looked at. */
export interface KeyPress {
  readonly key: string
  readonly code: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly metaKey: boolean
}

/**
 * The character that a scanner meant where the Russian layout is on: a scanner presses keys as if the layout were English, and
 * the Russian one makes "ф" of the key of "a" and "." of the key of "/". Null where the press stands as it is. For fields of
 * numbers and codes only, in which nobody writes Cyrillic.
 */
export function scannedCharacter(press: KeyPress): string | null {
  const { key, code, shiftKey, ctrlKey, altKey, metaKey } = press
  if (ctrlKey || altKey || metaKey || key.length !== 1) return null
  const isRussian = CYRILLIC.test(key) || (code === 'Slash' && (key === '.' || key === ','))
  if (!isRussian) return null
  const letter = /^Key([A-Z])$/.exec(code)?.[1]
  if (letter) return shiftKey ? letter : letter.toLowerCase()
  return SIGNS[code]?.[shiftKey ? 1 : 0] ?? null
}
