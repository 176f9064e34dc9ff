/** The nonce of this page: the API writes it anew into every answer, and only style sheets that carry it are let in. */
export const styleNonce = (): string =>
  document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
