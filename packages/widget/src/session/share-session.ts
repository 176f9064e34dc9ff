import type { Credentials } from './fetch-token.ts'
import { laterSession } from './later-session.ts'
import { openSession } from './open-session.ts'
import { refusalError } from './problem-of.ts'
import type { WalletSession } from './wallet-session.ts'

/** The attributes of an element that decide which session it joins. */
export interface SessionSource extends Credentials {
  readonly api: string
  /** Scene of sample data, or undefined for a real API. */
  readonly demo?: string | undefined
  /** Language of the sample data. */
  readonly language: string
}

interface Shared {
  readonly session: WalletSession
  users: number
}
const shared = new Map<string, Shared>()
const functionNames = new WeakMap<object, number>()
let functionsSeen = 0

/** Key of the session of a source. Elements with equal keys share one wallet and one request. */
export function sessionKey({ api, demo, language, token, tokenEndpoint, getToken }: SessionSource): string {
  return demo === undefined
    ? JSON.stringify([api, token, tokenEndpoint, getToken && functionName(getToken)])
    : JSON.stringify(['demo', demo, language])
}

/** Joins the session of a source. The first element opens it; after the `leave` of the last one it is closed. */
export function shareSession(source: SessionSource): { readonly session: WalletSession; leave(): void } {
  const key = sessionKey(source)
  const entry = shared.get(key) ?? {
    session:
      source.demo === undefined ? openSession(source.api, source) : demoSession(source.demo, source.language),
    users: 0,
  }
  entry.users += 1
  shared.set(key, entry)
  return {
    session: entry.session,
    leave() {
      entry.users -= 1
      // An element that is moved within the page leaves and joins at once, and must find the same session.
      setTimeout(() => {
        if (entry.users > 0 || shared.get(key) !== entry) return
        shared.delete(key)
        entry.session.close()
      })
    },
  }
}

/** Sample data, which pages of customers never load. */
const demoSession = (scene: string, language: string): WalletSession =>
  laterSession(async () =>
    (await import('./open-demo-session.ts')).openDemoSession(scene, language, refusalError),
  )

function functionName(getToken: object): number {
  const name = functionNames.get(getToken) ?? ++functionsSeen
  functionNames.set(getToken, name)
  return name
}
