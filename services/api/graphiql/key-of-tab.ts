/** The key lives as long as the tab: it is a secret, so it is not kept on the disk. */
const KEY_ITEM = 'artel-key'

export const readKey = (): string => sessionStorage.getItem(KEY_ITEM) ?? ''

export function keepKey(key: string): void {
  sessionStorage.setItem(KEY_ITEM, key)
}

/**
 * Takes the key that a link brings behind `#key=`, which no browser sends to a server, and takes it out of the address: it
 * would stay in the history and be copied along.
 */
export function takeKeyFromAddress(): void {
  const key = new URLSearchParams(location.hash.slice(1)).get('key')
  if (key === null) return
  keepKey(key)
  history.replaceState(history.state, '', location.pathname + location.search)
}
