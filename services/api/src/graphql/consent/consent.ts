import type { Consent as ConsentRow } from '@artel/store/prisma'
import {
  CONSENT_PURPOSES,
  decodePublicId,
  encodePublicId,
  isToldOf,
  type Principal,
  type ConsentPurpose as Purpose,
  type ConsentSource as Source,
} from '@artel/use-cases'
import { seesPersonOf } from '../../auth/visible.ts'
import { storeOf } from '../../context.ts'
import { Member } from '../member/member.ts'
import { builder } from '../vocabulary/builder.ts'
import { ConsentPurpose, ConsentSource } from '../vocabulary/consent.ts'
import { pageArgs, pageSize, readCursor, toPage } from '../vocabulary/page.ts'
import { publicNode } from '../vocabulary/public-node.ts'

const ConsentRecordedBy = builder.enumType('ConsentRecordedBy', {
  description: 'Who wrote a consent down.',
  values: {
    CUSTOMER: { description: 'The customer, with a token.' },
    MEMBER: { description: 'A member.' },
    COALITION: { description: 'An administrator of the coalition.' },
  } as const,
})

/**
 * Where and with what proof a customer said something is known to that member and to administrators. A customer's token is in
 * the hands of the member that issued it, so it shows what that member may know; one of the coalition's own page nobody but the customer
 * has.
 */
const seesPlaceOf = (principal: Principal, { memberId }: ConsentRow): boolean => isToldOf(principal, memberId)

export const Consent = builder.prismaObject('Consent', {
  description:
    'That a customer agreed to something, or took it back. It never changes: the next word is another one.',
  fields: (t) => ({
    purpose: t.field({
      type: ConsentPurpose,
      description: 'What it is about.',
      resolve: ({ purpose }) => purpose as Purpose,
    }),
    given: t.exposeBoolean('given', { description: 'True: agreed. False: taken back.' }),
    textVersion: t.exposeString('textVersion', {
      nullable: true,
      description: 'Version of the text that the customer agreed to; null for what was taken back.',
    }),
    textHash: t.exposeString('textHash', {
      nullable: true,
      description: 'SHA-256 of that text; null where the coalition had not published it.',
    }),
    source: t.field({
      type: ConsentSource,
      nullable: true,
      description: 'How the customer said it; null for other members.',
      resolve: (consent, _args, { principal }) =>
        seesPlaceOf(principal, consent) ? (consent.source as Source) : null,
    }),
    proof: t.string({
      nullable: true,
      description: 'Where the proof is, such as the number of a form; null for other members.',
      resolve: (consent, _args, { principal }) => (seesPlaceOf(principal, consent) ? consent.proof : null),
    }),
    member: t.field({
      type: Member,
      nullable: true,
      description: 'At which member; null for an administrator, and for other members.',
      resolve: (consent, _args, { principal, loaders }) =>
        consent.memberId === null || !seesPlaceOf(principal, consent)
          ? null
          : loaders.member({ coalitionId: consent.coalitionId, id: consent.memberId }),
    }),
    recordedBy: t.field({
      type: ConsentRecordedBy,
      description: 'Who wrote it down.',
      resolve: ({ recordedBy }) => recordedBy as 'CUSTOMER' | 'MEMBER' | 'COALITION',
    }),
    happenedAt: t.expose('happenedAt', { type: 'DateTime', description: 'When the customer said it.' }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime', description: 'When it was written down.' }),
  }),
})
publicNode(Consent)

const CustomerConsentsConnection = builder.connectionObject(
  { type: Consent, name: 'CustomerConsentsConnection' },
  { name: 'CustomerConsentsConnectionEdge' },
)

builder.prismaObjectField('Customer', 'consents', (t) =>
  t.field({
    type: [Consent],
    description:
      'What the customer last said for each purpose, one a purpose; a purpose that is left out was never asked for. Empty without the scope of personal fields.',
    extensions: { most: CONSENT_PURPOSES.length },
    resolve: async (customer, _args, { loaders, principal }) => {
      const { coalitionId, id } = customer
      if (!seesPersonOf(principal, customer)) return []
      return [...((await loaders.consentsOfCustomer({ coalitionId, id })) ?? [])]
    },
  }),
)

builder.prismaObjectField('Customer', 'consentHistory', (t) =>
  t.field({
    type: CustomerConsentsConnection,
    description:
      'Everything that the customer agreed to and took back, as it was written down, newest first. Empty without the scope of personal fields.',
    args: pageArgs(),
    resolve: async (customer, args, context) => {
      const { coalitionId, id: customerId } = customer
      const after = readCursor(args, (cursor) => decodePublicId('consent', cursor))
      const take = pageSize(args) + 1
      const rows = !seesPersonOf(context.principal, customer)
        ? []
        : await storeOf(context).prisma.consent.findMany({
            where: {
              ...{ coalitionId, customer: { OR: [{ id: customerId }, { mergedIntoId: customerId }] } },
              ...(after === null ? {} : { id: { lt: after } }),
            },
            orderBy: { id: 'desc' },
            take,
          })
      return toPage(rows, args, ({ id }) => encodePublicId('consent', id))
    },
  }),
)
