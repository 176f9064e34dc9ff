import type { ListExport } from '@artel/store/prisma'
import { SignJWT } from 'jose'
import { encodePublicId } from '../ids/public-id.ts'
import type { SessionKey } from '../keys/create-widget-session.ts'

/** Audience of an address: no other token of the deployment opens a file, and this one opens nothing else. */
export const EXPORT_LINK_AUDIENCE = 'artel-export'
/** How long an address is good for; whoever may have the file asks for another. Seconds. */
const LINK_SECONDS = 3_600

/** An address of a file, for whoever holds it. */
export interface ExportLink {
  /** What the address carries as `link`. */
  readonly token: string
  readonly endsAt: Date
}

/** Signs the address of one file that is ready: it ends after an hour by this process's clock, or with the file. */
export async function exportLink(
  { coalitionId, id, endsAt }: Pick<ListExport, 'coalitionId' | 'id'> & { readonly endsAt: Date },
  { privateKey, algorithm }: SessionKey,
): Promise<ExportLink> {
  const now = Math.floor(Date.now() / 1000)
  const end = Math.min(now + LINK_SECONDS, Math.floor(endsAt.getTime() / 1000))
  const token = await new SignJWT({})
    .setProtectedHeader({ alg: algorithm, typ: 'JWT' })
    .setIssuer(encodePublicId('coalition', coalitionId))
    .setSubject(encodePublicId('export', id))
    .setAudience(EXPORT_LINK_AUDIENCE)
    .setIssuedAt(now)
    .setExpirationTime(end)
    .sign(privateKey)
  return { token, endsAt: new Date(end * 1000) }
}
