import { IdempotencyKeyMismatchError, NotFoundError, WriteOffExceedsReceivableError } from '@artel/ledger'
import { encodePublicId, type WrittenOff, writeOffReceivable } from '@artel/use-cases'
import { coalitionIdOf, verbContext } from '../../context.ts'
import { Member } from '../member/member.ts'
import { builder } from '../vocabulary/builder.ts'
import { idempotencyKeyField, replayedField } from '../vocabulary/idempotency.ts'
import { currencyOf, ExactMoney } from '../vocabulary/money.ts'
import { uuidOf } from '../vocabulary/node-id.ts'
import { present } from '../vocabulary/present.ts'

const ReceivableWriteOffInput = builder.inputType('ReceivableWriteOffInput', {
  description: 'The part of a receivable to write off.',
  fields: (t) => ({
    memberId: t.id({ required: true, description: 'The member that owes.' }),
    amountMicros: t.field({
      type: 'Micros',
      required: true,
      description: 'How much, above 0 and at most what it owes.',
    }),
    idempotencyKey: idempotencyKeyField(t),
  }),
})

const ReceivableWriteOffPayload = builder.objectRef<WrittenOff>('ReceivableWriteOffPayload').implement({
  description: 'The write-off as recorded.',
  fields: (t) => ({
    member: t.field({
      type: Member,
      description: 'The member; its position is what is left.',
      resolve: async ({ memberId: id }, _args, context) =>
        present(await context.loaders.member({ coalitionId: coalitionIdOf(context), id })),
    }),
    amount: t.field({
      type: ExactMoney,
      description: 'How much.',
      resolve: async ({ amountMicros }, _args, context) => ({
        amountMicros,
        currency: await currencyOf(context, coalitionIdOf(context)),
      }),
    }),
    entryId: t.id({
      description: 'The entry that books it: Dr LOSS, Cr CLEARING of the member.',
      resolve: ({ entryId }) => encodePublicId('entry', entryId),
    }),
    replayed: replayedField(t),
  }),
})

builder.mutationField('receivableWriteOff', (t) =>
  t.field({
    type: ReceivableWriteOffPayload,
    description:
      'Writes off what a member owes, in whole or in part: the coalition bears the loss. Administrators only.',
    errors: {
      types: [NotFoundError, WriteOffExceedsReceivableError, IdempotencyKeyMismatchError],
    },
    args: { input: t.arg({ type: ReceivableWriteOffInput, required: true, description: 'The debt.' }) },
    resolve: (_root, { input }, context) =>
      writeOffReceivable(verbContext(context), {
        ...input,
        memberId: uuidOf('member', input.memberId, ['memberId']),
      }),
  }),
)
