import { qrCodeSvg } from '@artel/documents'
import { isMadeLinkCode } from '@artel/rules'

/**
 * The address of a link at a deployment. A code that was made is nobody else's; one that was chosen may be another coalition's
 * too, and stands behind the handle of its own.
 */
export function linkAddress(
  code: string,
  at: { readonly publicUrl: string; readonly handle: string },
): string {
  const path = encodeURIComponent(code)
  return isMadeLinkCode(code) ? `${at.publicUrl}/r/${path}` : `${at.publicUrl}/r/${at.handle}/${path}`
}

/** The QR code of an address, SVG. */
export const linkQrSvg = (address: string): string => qrCodeSvg(address)
