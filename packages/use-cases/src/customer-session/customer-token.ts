import { newId } from '@artel/store'
import type { CustomerSession } from '@artel/store/prisma'
import { SignJWT } from 'jose'
import { encodePublicId } from '../ids/public-id.ts'
import { SESSION_KID, type SessionKey, TOKEN_AUDIENCE } from '../keys/create-widget-session.ts'
import type { PageDoor } from './page-door.ts'

/** How long a token of the page lives, seconds. */
const TTL_SECONDS = 600

/** What the page may: read the wallet, and change what is the customer's own. It holds no points. */
export const PAGE_SCOPES = ['wallet:read', 'wallet:write'] as const

/** A short token for the elements of the page. */
export interface CustomerToken {
  readonly token: string
  readonly expiresAt: Date
}

/**
 * Signs the token of a session: issued by the coalition, for the deployment's own pages, for the own wallet. It
 * names its session, with which it ends.
 */
export async function customerToken(
  { coalitionId, customerId, id }: CustomerSession,
  { door, sessionKey }: { readonly door: PageDoor; readonly sessionKey: SessionKey },
): Promise<CustomerToken> {
  // By this process's clock, against which tokens are checked.
  const issuedAt = Math.floor(Date.now() / 1000)
  const expiresAt = issuedAt + TTL_SECONDS
  const token = await new SignJWT({
    scope: PAGE_SCOPES.join(' '),
    origin: new URL(door.publicUrl).origin,
    sid: id,
  })
    .setProtectedHeader({ alg: sessionKey.algorithm, kid: SESSION_KID, typ: 'JWT' })
    .setIssuer(encodePublicId('coalition', coalitionId))
    .setSubject(encodePublicId('customer', customerId))
    .setAudience(TOKEN_AUDIENCE)
    .setJti(newId())
    .setIssuedAt(issuedAt)
    .setExpirationTime(expiresAt)
    .sign(sessionKey.privateKey)
  return { token, expiresAt: new Date(expiresAt * 1000) }
}
