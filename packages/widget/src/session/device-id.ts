const KEY = 'artel-device'

/**
 * What this browser is known again by at this shop: random, made for the first request of a signed-in customer, and kept in the storage
 * of the page's origin. What stands there and the API would refuse is replaced. Undefined where the browser keeps nothing: the page then
 * counts as any other that sends none.
 */
export function deviceId(): string | undefined {
  try {
    const kept = localStorage.getItem(KEY)
    if (kept && /^[\w-]{20,64}$/.test(kept)) return kept
    const made = crypto.randomUUID()
    localStorage.setItem(KEY, made)
    return made
  } catch {
    // Storage that is forbidden throws on every touch.
    return undefined
  }
}
