import { CliError } from '../cli-error.ts'

/**
 * The address under which callers reach the API, to which links in letters lead; undefined = this machine's own. Throws
 * CliError.
 */
export function publicUrl({ ARTEL_PUBLIC_URL: text }: NodeJS.ProcessEnv): string | undefined {
  if (!text) return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isPlain = url && [url.search, url.hash, url.username, url.password].every((part) => part === '')
  if (isPlain && ['http:', 'https:'].includes(url.protocol)) return text
  throw new CliError('ARTEL_PUBLIC_URL must be an address such as https://api.example.com.', {
    ru: 'ARTEL_PUBLIC_URL - адрес вида https://api.example.com.',
  })
}
