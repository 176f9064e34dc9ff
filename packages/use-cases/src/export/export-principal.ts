import type { Store } from '@artel/store'
import { ACTING_KEY_SELECT, actingKey } from '../access/acting-key.ts'
import { isKeyOver } from '../access/key-end.ts'
import type { AdminPrincipal, MemberPrincipal } from '../access/principal.ts'
import { scopesOfRoles } from '../access/roles.ts'
import { readMemberStatus } from '../terms/agreement.ts'

/** Who asked for something that is done later, where, and with what they could do then. */
export interface AskedInBackground {
  readonly coalitionId: string
  /** Null for administrators. */
  readonly memberId: string | null
  readonly startedById: string
  readonly scopes: readonly string[]
}

/**
 * Who asked for a file, as they stand now: with no more than they could read when they asked, and with what was taken from them since left out.
 * Undefined when their key or role is over.
 */
export async function exportPrincipal(
  store: Store,
  file: AskedInBackground,
): Promise<AdminPrincipal | MemberPrincipal | undefined> {
  const { coalitionId, memberId, startedById: keyId } = file
  const allowed = (await scopesOfKey(store, file)) ?? (await scopesOfPerson(store, file))
  if (!allowed) return undefined
  const rights = { coalitionId, keyId, scopes: new Set(file.scopes.filter((scope) => allowed.has(scope))) }
  if (memberId === null) return { kind: 'admin', ...rights }
  const status = await readMemberStatus(store, { coalitionId, memberId })
  return { kind: 'member', memberId, status, ...rights }
}

/** What a key may do now: nothing when it is over; undefined when it is no key. */
async function scopesOfKey(
  { prisma }: Store,
  { coalitionId, startedById }: AskedInBackground,
): Promise<ReadonlySet<string> | undefined> {
  const key = await prisma.apiKey.findFirst({
    where: { coalitionId, id: startedById },
    select: { ...ACTING_KEY_SELECT(coalitionId), revokedAt: true },
  })
  if (!key) return undefined
  return isKeyOver(key, new Date()) ? new Set() : (actingKey(key)?.scopes ?? new Set())
}

/** What a person may do now where they asked; undefined without a role there. */
async function scopesOfPerson(
  { prisma }: Store,
  { coalitionId, memberId, startedById: personId }: AskedInBackground,
): Promise<ReadonlySet<string> | undefined> {
  const grants = await prisma.staffGrant.findMany({
    where: { coalitionId, memberId, personId, revokedAt: null, acceptedAt: { not: null } },
    select: { role: true },
  })
  return grants.length === 0 ? undefined : scopesOfRoles(grants.map(({ role }) => role))
}

/**
 * Whether a caller may have a file that it asked for: it can still read all that it could when it asked. A person who signs in with less, or a
 * key that does less since, is not handed what it read before.
 */
export const mayHaveExport = (
  { scopes }: Pick<AdminPrincipal | MemberPrincipal, 'scopes'>,
  file: Pick<AskedInBackground, 'scopes'>,
): boolean => file.scopes.every((scope) => scopes.has(scope))
