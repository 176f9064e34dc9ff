import { ConfigurationError } from './system-errors.ts'

/** Throws when a secret key is about to be used in a browser's page, where anybody can read it. */
export function refuseSecretInBrowser(credential: string): void {
  const inWindow = 'window' in globalThis && 'document' in globalThis
  if (inWindow && looksSecret(credential)) {
    throw new ConfigurationError(
      'A secret key must never reach a browser. Use @artel/sdk/browser with a customer token from your server.',
    )
  }
}

/** Whether a credential is a secret key (`sk_...`, `ak_...`) and not a short customer token. */
export function looksSecret(credential: string): boolean {
  return /^(sk|ak)_/.test(credential)
}
