import type { WalletSession, WalletState } from './wallet-session.ts'

/** A session that is a module of its own: it is loading until it is there, and what is asked of it waits. */
export function laterSession(load: () => Promise<WalletSession>): WalletSession {
  const listeners = new Set<() => void>()
  let session: WalletSession | undefined
  let waiting: WalletState = { status: 'loading' }
  const tell = (): void => {
    for (const listener of listeners) listener()
  }
  const opened = load().then((loaded) => {
    session = loaded
    loaded.watch(tell)
    tell()
    return loaded
  })
  opened.catch(() => {
    waiting = { status: 'offline' }
    tell()
  })
  return {
    get state() {
      return session?.state ?? waiting
    },
    watch(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    refresh: () => opened.then((it) => it.refresh()),
    quote: (request) => opened.then((it) => it.quote(request)),
    hold: (request) => opened.then((it) => it.hold(request)),
    close() {
      listeners.clear()
      session?.close()
    },
  }
}
