import type { PrismaClient } from '../generated/prisma/client.ts'

/**
 * Whether somebody who was written down as having acted, a person or an API key, acts for a member and never for the coalition
 * itself. Whoever is neither holds the database.
 */
export async function actsForMemberAlone(
  prisma: PrismaClient,
  { coalitionId, actorId }: { readonly coalitionId: string; readonly actorId: string },
): Promise<boolean> {
  const key = { coalitionId, id: actorId, memberId: { not: null } }
  const role = { coalitionId, memberId: null, acceptedAt: { not: null } }
  const [keys, people] = await Promise.all([
    prisma.apiKey.count({ where: key }),
    prisma.person.count({ where: { id: actorId, grants: { none: role } } }),
  ])
  return keys + people > 0
}

/** Whether somebody who was written down as having acted serves this member: its API key, or a person with a role there. */
export async function actsForMember(
  prisma: PrismaClient,
  asked: { readonly coalitionId: string; readonly memberId: string; readonly actorId: string },
): Promise<boolean> {
  const { coalitionId, memberId, actorId } = asked
  const [keys, roles] = await Promise.all([
    prisma.apiKey.count({ where: { coalitionId, id: actorId, memberId } }),
    prisma.staffGrant.count({
      where: { coalitionId, memberId, personId: actorId, acceptedAt: { not: null } },
    }),
  ])
  return keys + roles > 0
}
