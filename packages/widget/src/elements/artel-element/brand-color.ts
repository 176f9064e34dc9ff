/** A member's colour from untrusted data: only `#rrggbb` is accepted, anything else is undefined. */
export function brandColor(value: string | null | undefined): string | undefined {
  return value && /^#[0-9a-f]{6}$/i.test(value) ? value : undefined
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
