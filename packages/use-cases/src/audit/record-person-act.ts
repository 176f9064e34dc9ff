import { addAuditEventBy, DEPLOYMENT_LOG, type NewAuditEvent, newId } from '@artel/store'
import type { Prisma } from '@artel/store/prisma'
import type { Context } from '../access/principal.ts'
import { detailsText } from './details.ts'
import { type Act, whoActs } from './record-act.ts'

/** A log in which an act of a person is told. */
export interface LogPlace {
  readonly coalitionId: string
  /** The member, where the person serves a single one there and not the coalition. */
  readonly memberId: string | null
}

/**
 * The logs that tell what a person does about the own account: of every coalition in which they have a role, in a fixed
 * order, so that two who wait for the ends of the same logs do not wait for each other; the deployment's where they have none.
 */
export async function logsOfPerson(
  prisma: Pick<Prisma.TransactionClient, 'staffGrant'>,
  personId: string,
): Promise<readonly LogPlace[]> {
  const grants = await prisma.staffGrant.findMany({
    where: { personId, revokedAt: null, acceptedAt: { not: null } },
    select: { coalitionId: true, memberId: true },
    orderBy: [{ coalitionId: 'asc' }],
  })
  const logs = [...new Set(grants.map(({ coalitionId }) => coalitionId))].map((coalitionId) => {
    const roles = grants.filter((grant) => grant.coalitionId === coalitionId)
    const members = new Set(roles.map(({ memberId }) => memberId))
    const [only = null] = members
    return { coalitionId, memberId: members.size === 1 ? only : null }
  })
  return logs.length > 0 ? logs : [{ coalitionId: DEPLOYMENT_LOG, memberId: null }]
}

/** What a person did about the own account, or about one place of it. */
export interface PersonAct extends Pick<Act, 'act' | 'subject' | 'details'> {
  readonly personId: string
  /** The one log that tells it; that of each coalition with a role of the person when left out. */
  readonly at?: LogPlace
}

/** Records what a person did about the own account, last in the transaction of it, in each log that tells it. */
export async function recordPersonAct(
  context: Pick<Context, 'principal' | 'from'>,
  prisma: Pick<Prisma.TransactionClient, 'staffGrant' | '$queryRawUnsafe'>,
  done: PersonAct,
): Promise<void> {
  const { act, personId, details = {} } = done
  const subject = done.subject ?? { type: 'person', id: personId }
  for (const place of done.at ? [done.at] : await logsOfPerson(prisma, personId)) {
    const event: NewAuditEvent = {
      ...{ id: newId(), ...place, ...actorOfPerson(context, personId), act, subject },
      ...{ outcome: 'DONE', code: null, times: 1 },
      details: detailsText(details),
    }
    await addAuditEventBy(prisma, event)
  }
}

/** Who has just proven to be this person is no longer nobody. */
function actorOfPerson(context: Pick<Context, 'principal' | 'from'>, personId: string) {
  const actor = whoActs(context)
  if (actor.actorKind !== 'NOBODY') return actor
  return { ...actor, actorKind: 'PERSON' as const, actorId: personId, personId }
}
