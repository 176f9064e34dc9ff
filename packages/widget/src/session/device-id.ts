const KEY = 'artel-device'

/**
 * What this browser is known again by at this shop: random, made once, and kept in the storage of the page's origin. Undefined where
 * the browser keeps nothing: the page then counts as any other that sends none.
 */
export function deviceId(): string | undefined {
  try {
    const kept = localStorage.getItem(KEY)
    if (kept) return kept
    const made = crypto.randomUUID()
    localStorage.setItem(KEY, made)
    return made
  } catch {
    // Storage that is forbidden throws on every touch.
    return undefined
  }
}
