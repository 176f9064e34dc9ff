import {
  addAuditEvent,
  addAuditEventBy,
  type NewAuditEvent,
  newId,
  type TransactionClient,
} from '@artel/store'
import type { Prisma } from '@artel/store/prisma'
import type { Context, Principal } from '../access/principal.ts'
import type { PublicIdNoun } from '../ids/public-id.ts'
import type { ActName } from './acts.ts'
import { type AuditDetails, detailsText } from './details.ts'

/** What was done, in the words of the log. */
export interface Act {
  readonly act: ActName
  readonly coalitionId: string
  /** The member that it is about; the caller's own when left out, null for the coalition alone. Raw UUID. */
  readonly memberId?: string | null
  /** What it was done to; raw UUID. */
  readonly subject?: { readonly type: PublicIdNoun; readonly id: string }
  /** What changed, by names and ids: no secret and nothing personal, since the log is never changed. */
  readonly details?: AuditDetails
}

/** Records an act at the end of its own transaction of Prisma, also as the last of an array of writes. */
export const recordAct = (
  context: Pick<Context, 'principal' | 'from'>,
  prisma: Pick<Prisma.TransactionClient, '$queryRawUnsafe'>,
  act: Act,
): Prisma.PrismaPromise<unknown> => addAuditEventBy(prisma, eventOfAct(context, act))

/** The same in a transaction of `inTransaction`, or of a settlement command. */
export const recordActIn = (
  context: Pick<Context, 'principal' | 'from'>,
  client: TransactionClient,
  act: Act,
): Promise<void> => addAuditEvent(client, eventOfAct(context, act))

/** The event of an act that a lane records, in the transaction in which it posts the command. */
export const eventOfAct = (context: Pick<Context, 'principal' | 'from'>, act: Act): NewAuditEvent => {
  const { principal } = context
  const own = principal.kind === 'member' ? principal.memberId : null
  return {
    ...{ id: newId(), coalitionId: act.coalitionId, ...whoActs(context) },
    memberId: act.memberId === undefined ? own : act.memberId,
    act: act.act,
    subject: act.subject ?? null,
    ...{ outcome: 'DONE', code: null, times: 1 },
    details: detailsText(act.details ?? {}),
  }
}

type Actor = Pick<
  NewAuditEvent,
  'actorKind' | 'actorId' | 'personId' | 'sessionId' | 'door' | 'network' | 'requestId'
>

/** Who acts, and from where. Without a place to come from it is the command line. */
export function whoActs({ principal, from }: Pick<Context, 'principal' | 'from'>): Actor {
  const place = { network: from?.network ?? null, requestId: from?.requestId ?? null }
  return { ...actorOf(principal, from?.door === 'WORKER'), door: from?.door ?? 'CLI', ...place }
}

function actorOf(
  principal: Principal,
  isWorker: boolean,
): Pick<Actor, 'actorKind' | 'actorId' | 'personId' | 'sessionId'> {
  const nobody = { actorId: null, personId: null, sessionId: null }
  switch (principal.kind) {
    case 'operator':
      return { actorKind: isWorker ? 'SYSTEM' : 'OPERATOR', ...nobody }
    case 'anonymous':
    // Of itself it does nothing: who signs in at it becomes the actor.
    case 'till':
      return { actorKind: 'NOBODY', ...nobody }
    case 'customer':
      return { actorKind: 'CUSTOMER', ...nobody, actorId: principal.customerId }
    case 'person': {
      const { personId, sessionId } = principal
      return { actorKind: 'PERSON', actorId: personId, personId, sessionId }
    }
    default: {
      const { keyId, coalitionId, sessionId } = principal
      const personId = principal.personId ?? null
      if (sessionId !== undefined) return { actorKind: 'PERSON', actorId: personId, personId, sessionId }
      // Whoever holds the database acts for the coalition without a key of it.
      if (keyId === coalitionId) return { actorKind: 'OPERATOR', ...nobody }
      return { actorKind: 'KEY', actorId: keyId, personId, sessionId: null }
    }
  }
}
