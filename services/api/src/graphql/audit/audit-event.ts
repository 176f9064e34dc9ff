import type { AuditEvent as AuditEventRow, Prisma } from '@artel/store/prisma'
import {
  type AuditDetail as AuditDetailRow,
  encodePublicId,
  PUBLIC_ID_PREFIXES,
  type PublicIdNoun,
  parsePublicId,
  readDetails,
} from '@artel/use-cases'
import { visibleTo } from '../../auth/visible.ts'
import { storeOf } from '../../context.ts'
import { Member } from '../member/member.ts'
import { builder } from '../vocabulary/builder.ts'
import { pageArgs, pageSize, readCursor, toPage } from '../vocabulary/page.ts'
import { within } from '../vocabulary/period.ts'
import { publicNode } from '../vocabulary/public-node.ts'

const AuditActorKind = builder.enumType('AuditActorKind', {
  description: 'What kind of caller it was.',
  values: {
    PERSON: { description: 'Somebody who was signed in, or was signing in.' },
    KEY: { description: 'An API key.' },
    OPERATOR: { description: 'Whoever runs the deployment: its own key, or its command line.' },
    SYSTEM: { description: 'The worker: what time alone brings.' },
    CUSTOMER: { description: 'A customer with a token.' },
    NOBODY: { description: 'A caller who has not proven who they are.' },
  } as const,
})
const AuditDoor = builder.enumType('AuditDoor', {
  description: 'Where it came in.',
  values: {
    API: { description: 'A request.' },
    CLI: { description: 'The command line, on a machine that holds the database.' },
    WORKER: { description: 'A job of the worker.' },
  } as const,
})
const AuditOutcome = builder.enumType('AuditOutcome', {
  description: 'What became of it.',
  values: {
    DONE: { description: 'It was done.' },
    REFUSED: { description: 'It was looked at, and the answer was no; the code says why.' },
    DENIED: { description: 'The caller may not ask for it at all, or asked too often.' },
  } as const,
})

const AuditDetail = builder.objectRef<AuditDetailRow>('AuditDetail').implement({
  description: 'A named value of an event: numbers, words and ids, nothing personal.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'What it is.' }),
    before: t.exposeString('before', {
      nullable: true,
      description: 'What it was, where something changed; lists are JSON.',
    }),
    after: t.exposeString('after', { nullable: true, description: 'What it is, or became; lists are JSON.' }),
  }),
})

const NOUN_OF_ACTOR: Readonly<Record<string, PublicIdNoun>> = {
  PERSON: 'person',
  KEY: 'apiKey',
  CUSTOMER: 'customer',
}

const isNoun = (type: string): type is PublicIdNoun => type in PUBLIC_ID_PREFIXES

export const AuditEvent = builder.prismaObject('AuditEvent', {
  description:
    'Something that was done to the coalition by whoever runs it, or that somebody was refused. It never changes.',
  fields: (t) => ({
    position: t.string({
      description: 'Its number in the log of the coalition, from 1 on without a gap.',
      resolve: ({ position }) => String(position),
    }),
    at: t.expose('at', { type: 'DateTime', description: "When it was, by the coalition's clock." }),
    recordedAt: t.expose('recordedAt', {
      type: 'DateTime',
      description: 'When it was, by the real clock.',
    }),
    actorKind: t.field({
      type: AuditActorKind,
      description: 'What kind of caller it was.',
      resolve: ({ actorKind }) => actorKind as typeof AuditActorKind.$inferType,
    }),
    actorId: t.id({
      nullable: true,
      description: 'The person, the API key or the customer; null for the other kinds.',
      resolve: ({ actorKind, actorId }) => {
        const noun = NOUN_OF_ACTOR[actorKind]
        return noun && actorId ? encodePublicId(noun, actorId) : null
      },
    }),
    personId: t.id({
      nullable: true,
      description:
        'The person behind it: whoever was signed in, or made the key; null when nobody in person.',
      resolve: ({ personId }) => personId && encodePublicId('person', personId),
    }),
    member: t.field({
      type: Member,
      nullable: true,
      description: 'The member that it is about, or in whose name it was; null for the coalition alone.',
      resolve: ({ coalitionId, memberId }, _args, { loaders }) =>
        memberId === null ? null : loaders.member({ coalitionId, id: memberId }),
    }),
    door: t.field({
      type: AuditDoor,
      description: 'Where it came in.',
      resolve: ({ door }) => door as typeof AuditDoor.$inferType,
    }),
    network: t.string({
      nullable: true,
      description:
        "Network of the caller's address without its last part; null for members, who see none of others.",
      resolve: ({ network }, _args, { principal }) => (principal.kind === 'admin' ? network : null),
    }),
    requestId: t.string({
      nullable: true,
      description:
        'The request, as its answer and the log of the deployment name it; null where there was none.',
      resolve: ({ requestId }, _args, { principal }) => (principal.kind === 'admin' ? requestId : null),
    }),
    act: t.exposeString('act', {
      description: 'The mutation, or what a command or a job did without one; of a denial also the query.',
    }),
    subjectType: t.exposeString('subjectType', {
      nullable: true,
      description: 'What it was done to, such as `member`; null when there is nothing to name.',
    }),
    subjectId: t.id({
      nullable: true,
      description: 'Id of what it was done to, also when that is gone.',
      resolve: ({ subjectType, subjectId }) =>
        subjectId !== null && subjectType !== null && isNoun(subjectType)
          ? encodePublicId(subjectType, subjectId)
          : null,
    }),
    outcome: t.field({
      type: AuditOutcome,
      description: 'What became of it.',
      resolve: ({ outcome }) => outcome as typeof AuditOutcome.$inferType,
    }),
    code: t.exposeString('code', {
      nullable: true,
      description: 'Code of the refusal; null when it was done.',
    }),
    times: t.exposeInt('times', {
      description: 'How often: the same that is refused again within a minute is counted here.',
    }),
    details: t.field({
      type: [AuditDetail],
      description: 'What changed, and what else there is to say.',
      resolve: ({ details }) => readDetails(details),
    }),
    hash: t.string({
      description:
        'SHA-256 over the hash of the event before and this one, hexadecimal: that of the newest is the head.',
      resolve: ({ hash }) => Buffer.from(hash).toString('hex'),
    }),
  }),
})
publicNode(AuditEvent)

const AuditEventsConnection = builder.connectionObject(
  { type: AuditEvent, name: 'AuditEventsConnection' },
  { name: 'AuditEventsConnectionEdge' },
)

const AuditEventsFilter = builder.inputType('AuditEventsFilter', {
  description: 'Which events: those that meet all that is given.',
  fields: (t) => ({
    actor: t.id({
      description: 'Of this person, API key or customer; a person also through keys of theirs.',
    }),
    act: t.string({ description: 'The act, such as `memberSuspend`.' }),
    subject: t.id({ description: 'Done to this: a global id.' }),
    member: t.id({ description: 'About this member, or in its name.' }),
    outcome: t.field({ type: AuditOutcome, description: 'With this outcome.' }),
    from: t.field({ type: 'DateTime', description: "From then on, by the coalition's clock." }),
    to: t.field({ type: 'DateTime', description: 'Before then.' }),
  }),
})

type Filter = typeof AuditEventsFilter.$inferInput

/** Null: an id that nothing can have. */
function whereOf(filter: Filter): Prisma.AuditEventWhereInput | null {
  const { actor, act, subject, member, outcome, from, to } = filter
  const ids = [actor, subject, member].map((id) =>
    id == null ? undefined : (parsePublicId(String(id))?.uuid ?? null),
  )
  if (ids.includes(null)) return null
  const [actorId, subjectId, memberId] = ids as (string | undefined)[]
  return {
    ...(actorId === undefined ? {} : { OR: [{ actorId }, { personId: actorId }] }),
    ...(subjectId === undefined ? {} : { subjectId }),
    ...(memberId === undefined ? {} : { memberId }),
    ...(act == null ? {} : { act }),
    ...(outcome == null ? {} : { outcome }),
    at: within({ from, to }) ?? {},
  }
}

const CURSOR = /^\d{1,18}$/

builder.queryField('auditEvents', (t) =>
  t.field({
    type: AuditEventsConnection,
    description:
      'The audit log, newest first: of the whole coalition for administrators and auditors, of what is about itself for a member.',
    args: {
      filter: t.arg({ type: AuditEventsFilter, description: 'Only those; all when left out.' }),
      ...pageArgs(),
    },
    resolve: async (_root, { filter, ...args }, context) => {
      const after = readCursor(args, (cursor) => (CURSOR.test(cursor) ? BigInt(cursor) : undefined))
      const seen = visibleTo(context.principal).auditEvent
      const where = whereOf(filter ?? {})
      const rows: AuditEventRow[] =
        seen && where
          ? await storeOf(context).prisma.auditEvent.findMany({
              where: { AND: [seen, where, after === null ? {} : { position: { lt: after } }] },
              orderBy: { position: 'desc' },
              take: pageSize(args) + 1,
            })
          : []
      return toPage(rows, args, ({ position }) => String(position))
    },
  }),
)
