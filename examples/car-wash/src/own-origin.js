/**
 * The origin of a request that this site's own page made, or undefined. Browsers name the origin on every request that
 * changes something; one from elsewhere is refused, so that a foreign page cannot spend a visitor's points.
 */
export function ownOrigin(request, publicOrigin) {
  const { origin, host } = request.headers
  const isOwn = origin === publicOrigin || (URL.canParse(origin) && new URL(origin).host === host)
  return isOwn ? origin : undefined
}
