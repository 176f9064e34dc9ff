import type { BroughtCustomers } from '@artel/store'
import { type RetentionCohort, readFirstVisits, readRetention } from '@artel/use-cases'
import { verbContext } from '../../context.ts'
import { Coalition } from '../coalition/coalition.ts'
import { Member } from '../member/member.ts'
import { builder } from '../vocabulary/builder.ts'
import { uuidOf } from '../vocabulary/node-id.ts'
import { present } from '../vocabulary/present.ts'
import { REPORT_ROW } from '../vocabulary/price.ts'

const FirstVisits = builder
  .objectRef<BroughtCustomers & { readonly coalitionId: string }>('FirstVisits')
  .implement({
    description: 'Customers who began at one member and came for the first time to another.',
    fields: (t) => ({
      from: t.field({
        type: Member,
        description: 'Where their first sale in the coalition was.',
        resolve: async ({ coalitionId, fromId }, _args, { loaders }) =>
          present(await loaders.member({ coalitionId, id: fromId })),
      }),
      to: t.field({
        type: Member,
        description: 'Where they came for the first time in the period.',
        resolve: async ({ coalitionId, toId }, _args, { loaders }) =>
          present(await loaders.member({ coalitionId, id: toId })),
      }),
      customers: t.int({ description: 'How many.', resolve: ({ customers }) => Number(customers) }),
    }),
  })

const RetentionOf = builder.enumType('RetentionOf', {
  description: 'Whose staying is asked for.',
  values: {
    CUSTOMERS: { description: 'Customers, by the month of their first sale.' },
    PARTNERS: { description: 'Members, by the month of their first sale. Administrators only.' },
  } as const,
})

const RetentionCohortType = builder.objectRef<RetentionCohort>('RetentionCohort').implement({
  description: 'Those who began in one month.',
  fields: (t) => ({
    month: t.exposeString('began', { description: 'Such as 2026-03.' }),
    size: t.int({ description: 'How many began.', resolve: ({ size }) => Number(size) }),
    active: t.intList({
      description: 'How many had a sale in that month and in each after it, up to the running one.',
      resolve: ({ active }) => active.map(Number),
    }),
  }),
})

builder.prismaObjectFields(Coalition, (t) => ({
  firstVisits: t.field({
    extensions: REPORT_ROW,
    type: [FirstVisits],
    description:
      'Who brought customers to whom: all of it for administrators, what it brought and was brought for a member.',
    args: {
      from: t.arg.string({ required: true, description: 'First local day, such as 2026-03-01.' }),
      to: t.arg.string({ required: true, description: 'Last local day, included.' }),
      memberId: t.arg.id({ description: 'Only those that this member brought or was brought.' }),
    },
    resolve: async ({ id: coalitionId }, { from, to, memberId }, context) => {
      const rows = await readFirstVisits(verbContext(context), {
        ...{ coalitionId, from, to },
        memberId: memberId == null ? null : uuidOf('member', memberId, ['memberId']),
      })
      return rows.map((row) => ({ ...row, coalitionId }))
    },
  }),
  retention: t.field({
    extensions: REPORT_ROW,
    type: [RetentionCohortType],
    description:
      'Who stays, by the month of the first sale: of all for administrators, its own customers for a member.',
    args: {
      of: t.arg({ type: RetentionOf, required: true, defaultValue: 'CUSTOMERS', description: 'Whose.' }),
      months: t.arg.int({
        ...{ required: true, defaultValue: 12 },
        description: 'Cohorts, the running month included; 2 to 60.',
      }),
      memberId: t.arg.id({ description: 'Customers of this member.' }),
    },
    resolve: async ({ id: coalitionId }, { memberId, ...asked }, context) => [
      ...(await readRetention(verbContext(context), {
        ...{ ...asked, coalitionId },
        memberId: memberId == null ? null : uuidOf('member', memberId, ['memberId']),
      })),
    ],
  }),
}))
