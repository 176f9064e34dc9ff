import {
  encodePublicId,
  type Place,
  type Principal,
  placesOfSession,
  STORED_SESSION_SELECT,
  sessionPrincipal,
} from '@artel/use-cases'
import { ownSessions } from '../../auth/visible.ts'
import { storeOf } from '../../context.ts'
import { builder } from '../vocabulary/builder.ts'
import { present } from '../vocabulary/present.ts'
import { publicNode } from '../vocabulary/public-node.ts'
import { Person } from './person.ts'
import { StaffRole } from './staff-grant.ts'

export const StaffSession = builder.prismaObject('StaffSession', {
  description: 'Somebody signed in on a device.',
  fields: (t) => ({
    device: t.exposeString('device', { description: 'Browser and system in a few words.' }),
    network: t.exposeString('network', { description: 'The network it came from, without its last part.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it began.' }),
    lastSeenAt: t.expose('lastSeenAt', {
      type: 'DateTime',
      description:
        'When it was last used, to the minute; twelve hours without use end it, at a till the minutes that it says.',
    }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime', description: 'When it ends whatever happens.' }),
    tillName: t.string({
      nullable: true,
      description: 'Of a session by PIN: what its till is called. Null for others.',
      resolve: async ({ coalitionId, tillId: id }, _args, context) =>
        coalitionId === null || id === null
          ? null
          : (
              await storeOf(context).prisma.till.findUniqueOrThrow({
                where: { coalitionId_id: { coalitionId, id } },
              })
            ).name,
    }),
    confirmedAt: t.expose('confirmedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the second factor was given in it; null = it was not.',
    }),
  }),
})
publicNode(StaffSession)

const SessionLack = builder.enumType('SessionLack', {
  description: 'What stands between a session and the roles of its person.',
  values: {
    PLACE: { description: 'Which of several places it is about: the header Artel-Acting-For.' },
    SECOND_FACTOR: { description: 'The second factor: sessionConfirmTotp.' },
    ENROLMENT: { description: 'A second factor at all: totpEnrol.' },
    CLOSED: { description: 'The member that the person served has left the coalition.' },
    NOTHING: { description: 'There is no role any more.' },
  } as const,
})

const StaffPlace = builder.objectRef<Place>('StaffPlace').implement({
  description: 'Where somebody serves.',
  fields: (t) => ({
    id: t.id({
      description: 'Id of the member or of the coalition: what Artel-Acting-For takes.',
      resolve: ({ coalitionId, memberId }) =>
        memberId === null ? encodePublicId('coalition', coalitionId) : encodePublicId('member', memberId),
    }),
    name: t.string({
      description: 'Name of the member or of the coalition.',
      resolve: async ({ coalitionId, memberId }, _args, { loaders }) =>
        memberId === null
          ? present(await loaders.coalition({ coalitionId, id: coalitionId })).name
          : present(await loaders.member({ coalitionId, id: memberId })).name,
    }),
    coalitionName: t.string({
      description: 'Name of the coalition.',
      resolve: async ({ coalitionId }, _args, { loaders }) =>
        present(await loaders.coalition({ coalitionId, id: coalitionId })).name,
    }),
    roles: t.field({
      type: [StaffRole],
      description: 'As what.',
      resolve: ({ roles }) => roles as (typeof StaffRole.$inferType)[],
    }),
  }),
})

/** Who is signed in, and by which session. */
export interface SignedIn {
  readonly personId: string
  readonly sessionId: string
}

export const Me = builder.objectRef<SignedIn>('Me').implement({
  description: 'Who is signed in.',
  fields: (t) => ({
    person: t.field({
      type: Person,
      description: 'The person.',
      resolve: ({ personId }, _args, context) =>
        storeOf(context).prisma.person.findUniqueOrThrow({ where: { id: personId } }),
    }),
    hasPassword: t.boolean({
      description: 'Whether there is a password; without one there are links by mail.',
      resolve: async ({ personId }, _args, context) =>
        (await storeOf(context).prisma.person.count({
          where: { id: personId, passwordHash: { not: null } },
        })) > 0,
    }),
    hasSecondFactor: t.boolean({
      description: 'Whether a second factor is in use.',
      resolve: async ({ personId }, _args, context) =>
        (await storeOf(context).prisma.person.count({
          where: { id: personId, totpConfirmedAt: { not: null } },
        })) > 0,
    }),
    lacks: t.field({
      type: SessionLack,
      nullable: true,
      description: 'What this session lacks before it may act without naming a place; null = nothing.',
      resolve: async ({ sessionId }, _args, context) => {
        const acting = sessionPrincipal(await storedSession(context, sessionId), null)
        return acting?.kind === 'person' ? acting.lacks : null
      },
    }),
    places: t.field({
      type: [StaffPlace],
      description:
        'Where the person serves; in a session by PIN the till alone. Empty until this session has given the second factor.',
      resolve: async ({ sessionId }, _args, context) => {
        return placesOfSession(await storedSession(context, sessionId))
      },
    }),
    session: t.field({
      type: StaffSession,
      description: 'The calling session.',
      resolve: ({ sessionId }, _args, context) =>
        storeOf(context).prisma.staffSession.findUniqueOrThrow({ where: { id: sessionId } }),
    }),
    sessions: t.field({
      type: [StaffSession],
      description:
        'All sessions that were not ended, newest first, 100 at most; the calling one alone before the second factor, and where a role demands one that a password alone has not enrolled.',
      // Of the session and not of the caller: whoever signs in is nobody yet.
      resolve: async ({ personId, sessionId }, _args, context) => {
        const acting = sessionPrincipal(await storedSession(context, sessionId), null)
        return storeOf(context).prisma.staffSession.findMany({
          where: { ...ownSessions({ ...acting, personId, sessionId }), endedAt: null },
          orderBy: { id: 'desc' },
          take: 100,
        })
      },
    }),
  }),
})

const storedSession = (context: Parameters<typeof storeOf>[0], id: string) =>
  storeOf(context).prisma.staffSession.findUniqueOrThrow({ where: { id }, select: STORED_SESSION_SELECT })

/** Who is signed in behind a principal; null for keys and tokens. */
function signedInAs(principal: Principal): SignedIn | null {
  const { personId, sessionId } = { personId: null, sessionId: undefined, ...principal }
  return personId && sessionId !== undefined ? { personId, sessionId } : null
}

builder.queryField('me', (t) =>
  t.field({
    type: Me,
    nullable: true,
    description: 'Who is signed in; null for callers with a key or a token.',
    resolve: (_root, _args, { principal }) => signedInAs(principal),
  }),
)
