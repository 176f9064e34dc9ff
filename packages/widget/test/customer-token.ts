/** A token of this many seconds, with a payload that the browser reads for its life. */
export function customerToken(lifeSeconds: number, mark: string): string {
  const nowSeconds = Math.floor(Date.now() / 1000)
  const claims = Buffer.from(
    JSON.stringify({ iat: nowSeconds, exp: nowSeconds + lifeSeconds, mark }),
  ).toString('base64url')
  return `head.${claims}.${mark}`
}
