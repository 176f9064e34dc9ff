/**
 * A member's colour and the colour of text on it, from untrusted data: only `#rrggbb` is accepted, anything else is
 * undefined. The text is black or white, whichever has the higher contrast (at least 4.5 : 1).
 */
export function brandColor(
  value: string | null | undefined,
): { readonly fill: string; readonly text: string } | undefined {
  if (!value || !/^#[0-9a-f]{6}$/i.test(value)) return undefined
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    linear(Number.parseInt(value.slice(at, at + 2), 16) / 255),
  )
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
  return { fill: value, text: luminance > 0.179 ? '#000' : '#fff' }
}

/** A member's image address from untrusted data: https only, else undefined. */
export function brandImage(value: string | null | undefined): string | undefined {
  if (!value || !URL.canParse(value)) return undefined
  const url = new URL(value)
  return url.protocol === 'https:' ? url.href : undefined
}

/** A link that a page may set: http, https or a path of the page, else undefined. */
export function safeLink(value: string | undefined): string | undefined {
  if (!value || !URL.canParse(value, location.href)) return undefined
  const url = new URL(value, location.href)
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : undefined
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
}
