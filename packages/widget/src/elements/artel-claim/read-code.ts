/** What a text of the field, of a scanner or of a QR code is. */
export type ReadCode =
  | { readonly kind: 'CODE'; readonly code: string }
  /** The QR code of a till's fiscal receipt, without the address that it may stand in. */
  | { readonly kind: 'RECEIPT'; readonly receipt: string }
  /** An address of something else, or a text that is too long for a code. */
  | { readonly kind: 'OTHER' }
  | { readonly kind: 'NOTHING' }

/** The address of a code; a scanner that types under a Russian keyboard writes `/earn/` as `.уфкт.`. */
const address = /[/.](?:earn|уфкт)[/.]([^/?#\s]+)/i
/** `t=20261201T1158&s=1500.00&fn=...&i=...&fp=...&n=1`, in any order, by itself or in an address. */
const fiscal = [/(?:^|[?&])t=\d{8}T\d{4}/i, /[?&]?fn=\d+/i]
/** A printed code with blanks and hyphens, and room for what a hand adds. */
const longest = 40

/** Reads what a text is about. Whether a code is right is the API's to say: it forgives what is not read here. */
export function readCode(typed: string): ReadCode {
  const text = typed.normalize('NFC').trim()
  if (text === '') return { kind: 'NOTHING' }
  if (fiscal.every((part) => part.test(text)))
    return { kind: 'RECEIPT', receipt: text.replace(/^[^?]*\?|#.*$/g, '') }
  const [, inAddress] = address.exec(text) ?? []
  const code = inAddress ? decoded(inAddress) : text
  return code.length > longest || code.includes('/') ? { kind: 'OTHER' } : { kind: 'CODE', code }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
