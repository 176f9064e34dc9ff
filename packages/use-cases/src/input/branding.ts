import { InvalidInputError } from '@artel/ledger'

const COLOR = /^#[0-9a-f]{6}$/
const MAX_URL_LENGTH = 2048
const MAX_ORIGINS = 20

/** A colour as `#rrggbb`, lower-cased, and nothing else that a style sheet could run; null stays null. */
export function checkBrandColor(value: string | null | undefined): string | null {
  if (value === null || value === undefined) return null
  const color = value.toLowerCase()
  if (COLOR.test(color)) return color
  throw new InvalidInputError({
    path: ['brandColor'],
    problem: 'Must be a colour as #rrggbb, for example #0a6e5c.',
  })
}

/** An absolute https address without credentials; null stays null. */
export function checkBrandLogoUrl(value: string | null | undefined): string | null {
  if (value === null || value === undefined) return null
  const url = URL.canParse(value) ? new URL(value) : undefined
  if (url?.protocol === 'https:' && !url.username && !url.password && url.href.length <= MAX_URL_LENGTH)
    return url.href
  throw new InvalidInputError({
    path: ['brandLogoUrl'],
    problem: 'Must be an https address of an image, without user name or password.',
  })
}

/** Exact http(s) origins as browsers send them, without duplicates: no path, no wildcard, at most 20. */
export function checkOrigins(origins: readonly string[]): string[] {
  if (origins.length > MAX_ORIGINS)
    throw new InvalidInputError({
      path: ['allowedOrigins'],
      problem: `Must have at most ${MAX_ORIGINS} origins.`,
    })
  for (const [index, origin] of origins.entries())
    if (!isOrigin(origin))
      throw new InvalidInputError({
        path: ['allowedOrigins', String(index)],
        problem:
          'Must be an exact origin like https://shop.example or http://localhost:3000, without a path.',
      })
  return [...new Set(origins)]
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  return (url.protocol === 'https:' || url.protocol === 'http:') && url.origin === text && !text.includes('*')
}
