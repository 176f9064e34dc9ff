/** The address of a referral code at a deployment. */
export const referralAddress = (code: string, publicUrl: string): string =>
  `${publicUrl}/r/${encodeURIComponent(code)}`
