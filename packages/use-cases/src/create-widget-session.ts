import type { Points } from '@artel/ledger'
import type { CryptoKey, JWK, KeyObject } from 'jose'
import type { CustomerBy } from './find-customer.ts'
import type { Context } from './principal.ts'

/** `kid` of tokens that are signed with the deployment's own key. */
export const SESSION_KID = 'artel-session'

/** The deployment's own signing key: handed in by the door, since a verb has no environment. */
export interface SessionKey {
  readonly privateKey: CryptoKey | KeyObject | JWK
  readonly algorithm: 'EdDSA' | 'ES256'
}

export interface CreateWidgetSessionInput {
  readonly customer: CustomerBy
  /** The page's origin; must be one of the member's allowed origins. */
  readonly origin?: string | null
  /** Most points that one hold made with this session may take. */
  readonly maxPoints?: Points | null
  /** 60 to 600. */
  readonly ttlSeconds: number
  readonly sessionKey: SessionKey
}

export interface WidgetSession {
  readonly token: string
  readonly expiresAt: Date
  readonly customerId: string
}

/** Signs a short token with which a customer's browser reads its own wallet and holds its own points. */
export async function createWidgetSession(
  context: Context,
  input: CreateWidgetSessionInput,
): Promise<WidgetSession> {
  throw new Error('createWidgetSession is not built yet', { cause: [context, input] })
}
