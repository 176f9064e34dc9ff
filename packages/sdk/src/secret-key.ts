import { ConfigurationError } from './system-errors.ts'

/** Throws in a browser's page, where anybody could read the key; by its parts, so that no server is taken for one. */
export function refuseBrowser(): void {
  if (!('window' in globalThis && 'document' in globalThis)) return
  throw new ConfigurationError(
    'A secret key must never reach a browser. Use @artel/sdk/browser with a customer token from your server.',
  )
}

/** Whether a credential is a secret key, session or till's secret (`sk_...`, `ak_...`, `ss_...`, `tl_...`) and not a short customer token. */
export function looksSecret(credential: string): boolean {
  return /^(sk|ak|ss|tl)_/.test(credential)
}
