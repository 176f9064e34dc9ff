import type { Store } from '@artel/store'
import type { Outbox } from '@artel/store/prisma'
import {
  type AdminPrincipal,
  EVENT_KINDS,
  encodePublicId,
  isHeardBy,
  type MemberPrincipal,
  type Principal,
  toldDataOf,
} from '@artel/use-cases'
import { visibleTo } from '../../auth/visible.ts'
import { type ApiContext, storeOf } from '../../context.ts'
import { requestError } from '../../errors/request-error.ts'
import { builder } from '../vocabulary/builder.ts'
import { type PageArgs, pageArgs, pageOf, pageSize, readCursor } from '../vocabulary/page.ts'
import { idsNear, within } from '../vocabulary/period.ts'
import { openPlace, sealPlace } from './event-cursor.ts'

/** Events that are looked through for one page: of a busy coalition few may be a member's, and its page is then short. */
const EVENTS_A_READ = 500
const READS_A_PAGE = 4
/** Four reads cost more than the page that comes of them. */
const PRICE = 20

const Event = builder.objectRef<Outbox>('Event').implement({
  description:
    'Something that happened, as webhooks tell it. Kept for good, whether or not anybody was told.',
  fields: (t) => ({
    id: t.id({
      description: 'Id of the event: `webhook-id` of the messages about it.',
      resolve: ({ id }) => encodePublicId('event', id),
    }),
    kind: t.exposeString('kind', {
      description: 'What happened, as `webhookEventKinds` names it. New kinds come.',
    }),
    occurredAt: t.field({
      type: 'DateTime',
      description: "When, by the coalition's clock.",
      resolve: ({ createdAt }) => createdAt,
    }),
    data: t.field({
      type: 'JSONObject',
      description: 'What a webhook sends as `data` when its endpoint has no query.',
      resolve: ({ coalitionId, kind, payload }) =>
        toldDataOf({ kind, payload: payloadOf(payload), termsMemberId: null }, coalitionId),
    }),
  }),
})

const EventsFilter = builder.inputType('EventsFilter', {
  description: 'Which events: those that meet all that is given.',
  fields: (t) => ({
    kinds: t.stringList({ description: 'Only those of one of these kinds; `webhookEventKinds` lists them.' }),
    occurredFrom: t.field({ type: 'DateTime', description: 'Only those that happened then or later.' }),
    occurredTo: t.field({ type: 'DateTime', description: 'Only those that happened before then.' }),
  }),
})

const EventsConnection = builder.connectionObject(
  { type: Event, name: 'EventsConnection' },
  { name: 'EventsConnectionEdge' },
)

builder.queryField('events', (t) =>
  t.field({
    type: EventsConnection,
    extensions: { price: PRICE },
    description:
      'What happened, newest first: in the coalition for administrators, its own dealings for a member, of the kinds that a webhook of the same key would be told. A page may be short, or empty, and the list go on: `hasNextPage` says so.',
    args: { filter: t.arg({ type: EventsFilter, description: 'Which; all when left out.' }), ...pageArgs() },
    resolve: async (_root, { filter, ...args }, context) => {
      const seen = visibleTo(context.principal).event
      const period = { from: filter?.occurredFrom, to: filter?.occurredTo }
      const createdAt = within(period)
      const asked = {
        ...(filter?.kinds == null ? {} : { kind: { in: knownKinds(filter.kinds) } }),
        ...(createdAt ? { createdAt } : {}),
      }
      const near = await idsNear(context, period)
      const { prisma } = storeOf(context)
      return eventsPage(args, context, async (after) => {
        const events = seen
          ? await prisma.outbox.findMany({
              where: { AND: [seen, asked, near, after === null ? {} : { id: { lt: after } }] },
              orderBy: { id: 'desc' },
              take: EVENTS_A_READ,
            })
          : []
        return { events, heard: await heardOf(prisma, context.principal, events) }
      })
    },
  }),
)

function knownKinds(kinds: readonly string[]): string[] {
  const unknown = kinds.find((kind) => !EVENT_KINDS.some((known) => known === kind))
  if (unknown !== undefined)
    throw requestError('BAD_USER_INPUT', 'kinds has one that there is not: webhookEventKinds lists them.')
  return [...kinds]
}

interface EventsRead {
  readonly events: readonly Outbox[]
  /** Of those, the ones that are the caller's to hear. */
  readonly heard: readonly Outbox[]
}

async function eventsPage(
  args: PageArgs,
  { principal, secretsKey }: ApiContext,
  read: (after: string | null) => Promise<EventsRead>,
) {
  const size = pageSize(args)
  if (!isListener(principal))
    return pageOf<Outbox>([], { hasNextPage: false, args, cursorOf: ({ id }) => id })
  let after = readCursor(args, (cursor) => openPlace(cursor, principal, secretsKey))
  const found: Outbox[] = []
  let goesOn = true
  for (let reads = 0; reads < READS_A_PAGE && found.length <= size && goesOn; reads += 1) {
    const { events, heard } = await read(after)
    found.push(...heard)
    after = events.at(-1)?.id ?? after
    goesOn = events.length === EVENTS_A_READ
  }
  const isFull = found.length > size
  const page = pageOf(found.slice(0, size), {
    hasNextPage: isFull || goesOn,
    args,
    cursorOf: ({ id }) => encodePublicId('event', id),
  })
  if (isFull || !goesOn || after === null) return page
  // What was looked through in vain is not looked through again.
  return { ...page, pageInfo: { ...page.pageInfo, endCursor: sealPlace(after, principal, secretsKey) } }
}

/** The events that are a caller's own dealings; terms of one member are told to it alone. */
async function heardOf(
  prisma: Store['prisma'],
  principal: Principal,
  events: readonly Outbox[],
): Promise<Outbox[]> {
  if (!isListener(principal)) return []
  const ids = events.filter(({ kind }) => kind.startsWith('terms.')).map(({ subjectId }) => subjectId)
  const terms =
    ids.length === 0
      ? []
      : await prisma.terms.findMany({
          where: { coalitionId: principal.coalitionId, id: { in: ids } },
          select: { id: true, memberId: true },
        })
  const memberOf = new Map(terms.map(({ id, memberId }) => [id, memberId]))
  return events.filter(({ kind, payload, subjectId }) =>
    isHeardBy(principal, {
      ...{ kind, payload: payloadOf(payload), termsMemberId: memberOf.get(subjectId) ?? null },
    }),
  )
}

const isListener = (principal: Principal): principal is AdminPrincipal | MemberPrincipal =>
  principal.kind === 'admin' || principal.kind === 'member'

const payloadOf = (payload: Outbox['payload']) => payload as Readonly<Record<string, unknown>>
