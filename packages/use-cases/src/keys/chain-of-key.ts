import type { ApiKey, PrismaClient, StaffGrant } from '@artel/store/prisma'
import { decodePublicId } from '../ids/public-id.ts'

/** Somebody who is there through the chain alone, since when, and where: at a member, or null for all of the coalition. */
export interface LetIn {
  readonly personId: string
  readonly memberId: string | null
  readonly since: Date
}

/** What came of one key: the keys and roles down the chain, also those that are over, and whom those let in. */
export interface ChainOfKey {
  readonly keys: ReadonlyMap<string, ApiKey>
  readonly roles: ReadonlyMap<string, StaffGrant>
  readonly letIn: readonly LetIn[]
  /** Signing keys that those registered who were let in. */
  readonly signing: readonly { readonly memberId: string; readonly kid: string }[]
}

/** A chain of keys that is longer is nobody's doing but a flood's; it is ended by revoking again. */
const MOST_KEYS = 1_000

const KEY_ACTS = ['apiKeyCreate', 'apiKeyRotate', 'memberAdmit', 'tokenKeyRegister', 'tokenKeyRotate']

/** Follows a key through the keys that it made and the people whom it invited, until nothing new is found. */
export async function chainOfKey(
  prisma: PrismaClient,
  { coalitionId, id }: Pick<ApiKey, 'coalitionId' | 'id'>,
): Promise<ChainOfKey> {
  const keys = new Map<string, ApiKey>()
  const roles = new Map<string, StaffGrant>()
  let letIn: readonly LetIn[] = []
  for (;;) {
    const known = keys.size + roles.size
    const madeByKeyId = { in: [id, ...keys.keys()] }
    const acts = await actsOf(prisma, coalitionId, letIn)
    const made = await prisma.apiKey.findMany({
      where: {
        coalitionId,
        OR: [
          { madeByKeyId },
          { id: { in: acts.keyIds } },
          ...letIn.map(({ since, ...who }) => ({ ...placed(who), createdAt: { gte: since } })),
        ],
      },
      orderBy: { id: 'asc' },
    })
    for (const key of made) if (key.id !== id) keys.set(key.id, key)
    const given = await prisma.staffGrant.findMany({
      where: {
        coalitionId,
        OR: [
          { madeByKeyId },
          ...letIn.map(({ personId: invitedById, since, memberId }) => ({
            ...{ invitedById, invitedAt: { gte: since } },
            ...(memberId === null ? {} : { memberId }),
          })),
        ],
      },
      orderBy: { id: 'asc' },
    })
    for (const role of given) roles.set(role.id, role)
    letIn = await peopleLetIn(prisma, coalitionId, roles)
    if (keys.size + roles.size === known || keys.size >= MOST_KEYS)
      return { keys, roles, letIn, signing: acts.signing }
  }
}

/** A person at one place; of the whole coalition, anywhere. */
const placed = ({ personId, memberId }: Omit<LetIn, 'since'>) =>
  memberId === null ? { personId } : { personId, memberId }

/**
 * Who came by these roles. Not who stands there by a role that somebody else gave as well: a key that invites the manager of the
 * place would have all that the manager ever made ended with it.
 */
async function peopleLetIn(
  prisma: PrismaClient,
  coalitionId: string,
  roles: ReadonlyMap<string, StaffGrant>,
): Promise<LetIn[]> {
  const came = [...roles.values()].flatMap(({ personId, memberId, acceptedAt }) =>
    acceptedAt === null ? [] : [{ personId, memberId, since: acceptedAt }],
  )
  if (came.length === 0) return []
  const others = await prisma.staffGrant.findMany({
    where: {
      ...{ coalitionId, id: { notIn: [...roles.keys()] }, revokedAt: null, acceptedAt: { not: null } },
      personId: { in: came.map(({ personId }) => personId) },
    },
  })
  return came.filter(
    ({ personId, memberId }) =>
      !others.some(
        (other) => other.personId === personId && (other.memberId === null || other.memberId === memberId),
      ),
  )
}

/** Keys whose rows do not say who made them, since they act for nobody: the audit log does. */
async function actsOf(
  prisma: PrismaClient,
  coalitionId: string,
  letIn: readonly LetIn[],
): Promise<{ readonly keyIds: string[]; readonly signing: ChainOfKey['signing'] }> {
  if (letIn.length === 0) return { keyIds: [], signing: [] }
  const events = await prisma.auditEvent.findMany({
    where: {
      ...{ coalitionId, outcome: 'DONE', act: { in: KEY_ACTS } },
      OR: letIn.map(({ since, ...who }) => ({ ...placed(who), recordedAt: { gte: since } })),
    },
    orderBy: { position: 'asc' },
  })
  const told = events.map(({ act, memberId, subjectId, details }) => {
    const { firstKey, replacedBy, kid } = JSON.parse(details) as Record<string, unknown>
    if (act.startsWith('tokenKey')) return { memberId, kid: kidOf(kid), keyId: null }
    const named = [firstKey, replacedBy].find((one) => typeof one === 'string')
    return { memberId, kid: null, keyId: named ? decodePublicId('apiKey', named) : subjectId }
  })
  return {
    keyIds: told.flatMap(({ keyId }) => keyId ?? []),
    signing: told.flatMap(({ memberId, kid }) =>
      memberId !== null && kid !== null ? [{ memberId, kid }] : [],
    ),
  }
}

/** The name of a signing key: said once, or as what it became. */
function kidOf(said: unknown): string | null {
  const kid = typeof said === 'object' && said !== null && 'after' in said ? said.after : said
  return typeof kid === 'string' ? kid : null
}
