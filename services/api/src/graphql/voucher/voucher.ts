import { describeVoucher, writtenVoucherCode } from '@artel/rules'
import { type CustomerVoucher, encodePublicId } from '@artel/use-cases'
import { seesVoucher } from '../../auth/visible-growth.ts'
import { Wallet } from '../customer/wallet.ts'
import { Member } from '../member/member.ts'
import { Language, languageOf } from '../staff/person.ts'
import { builder } from '../vocabulary/builder.ts'
import { currencyOf } from '../vocabulary/money.ts'
import { present } from '../vocabulary/present.ts'
import { VoucherStateType } from './voucher-words.ts'

const Voucher = builder.objectRef<CustomerVoucher>('Voucher').implement({
  description: 'Money off one later bill of a customer.',
  fields: (t) => ({
    id: t.id({ description: 'Public id.', resolve: ({ row }) => encodePublicId('voucher', row.id) }),
    code: t.string({
      description: 'Said or shown at the till: twelve symbols, the last of which checks the others.',
      resolve: ({ row }) => writtenVoucherCode(row.code),
    }),
    state: t.expose('state', { type: VoucherStateType, description: 'Where it is today.' }),
    sentence: t.string({
      description: 'What it takes off, as one sentence.',
      args: { language: t.arg({ type: Language, description: 'Russian when left out.' }) },
      resolve: async ({ row, effect }, { language }, context) =>
        describeVoucher(effect, languageOf(language), await currencyOf(context, row.coalitionId)),
    }),
    from: t.field({
      type: Member,
      description: 'The member at whose sale it was given.',
      resolve: async ({ row: { coalitionId, memberId: id } }, _args, { loaders }) =>
        present(await loaders.member({ coalitionId, id })),
    }),
    at: t.field({
      type: [Member],
      description: 'The members whose bills it takes something off.',
      resolve: ({ row: { coalitionId }, effect }, _args, { loaders }) =>
        Promise.all(effect.at.map(async (id) => present(await loaders.member({ coalitionId, id })))),
    }),
    lastDay: t.exposeString('lastDay', { description: 'ISO date, included.' }),
    issuedAt: t.field({
      type: 'DateTime',
      description: 'When it was given.',
      resolve: ({ row }) => row.issuedAt,
    }),
  }),
})

builder.objectField(Wallet, 'vouchers', (t) =>
  t.field({
    type: [Voucher],
    description:
      'Vouchers that may be used, and those whose last day was at most 30 days ago, newest first; a member sees those that it gave or takes.',
    resolve: async ({ coalitionId, customerId }, _args, { loaders, principal }) =>
      ((await loaders.vouchersOfCustomer({ coalitionId, id: customerId })) ?? []).filter(({ row, effect }) =>
        seesVoucher(principal, { coalitionId, members: [row.memberId, ...effect.at] }),
      ),
  }),
)
