import { type OperatorAccount, type OperatorAccounts, readOperatorAccounts } from '@artel/use-cases'
import { verbContext } from '../../context.ts'
import { Coalition } from '../coalition/coalition.ts'
import { builder } from '../vocabulary/builder.ts'
import { ExactMoney } from '../vocabulary/money.ts'
import { REPORT } from '../vocabulary/price.ts'

/** What amounts are read with. */
interface InCurrency {
  readonly currency: string
}

const OperatorAccountKind = builder.enumType('OperatorAccountKind', {
  description: "The coalition's own accounts of the money book.",
  values: {
    BANK: { description: 'Money that was paid to the coalition and from it.' },
    LOSS: { description: 'Receivables written off.' },
    RESERVE: { description: 'Deposits behind outstanding points.' },
    PROMO_FUND: { description: 'The fund for promotions.' },
    FEES: { description: 'Fees of issued and redeemed points.' },
    BREAKAGE: { description: "The operator's part of points that ran out." },
    ROUNDING: { description: 'Parts of a minor unit that settling leaves.' },
    REVENUE_DRAWN: { description: 'What the operator has drawn of its revenue.' },
  } as const,
})

const AccountSide = builder.enumType('AccountSide', {
  description: 'The side on which the balance of an account usually stands.',
  values: {
    DEBIT: { description: 'Balance = debits less credits.' },
    CREDIT: { description: 'Balance = credits less debits.' },
  } as const,
})

type Movement = OperatorAccount['movements'][number] & InCurrency
const AccountMovement = builder.objectRef<Movement>('AccountMovement').implement({
  description: 'What entries of one kind moved on an account.',
  fields: (t) => ({
    entryKind: t.exposeString('entryKind', {
      description: 'EARN, REDEEM, PAYMENT, PAYMENT_REVERSAL and others.',
    }),
    debit: t.field({
      type: ExactMoney,
      description: 'Debits.',
      resolve: ({ debit, currency }) => ({ amountMicros: debit, currency }),
    }),
    credit: t.field({
      type: ExactMoney,
      description: 'Credits.',
      resolve: ({ credit, currency }) => ({ amountMicros: credit, currency }),
    }),
    entryCount: t.exposeInt('entryCount', { description: 'How many entries.' }),
  }),
})

const OperatorAccountType = builder.objectRef<OperatorAccount & InCurrency>('OperatorAccount').implement({
  description:
    "One of the coalition's own accounts in a period. Balances are positive on the account's own side.",
  fields: (t) => {
    const amount = (of: 'opening' | 'debit' | 'credit' | 'closing', description: string) =>
      t.field({
        type: ExactMoney,
        description,
        resolve: (account) => ({ amountMicros: account[of], currency: account.currency }),
      })
    return {
      kind: t.field({ type: OperatorAccountKind, description: 'Which.', resolve: ({ kind }) => kind }),
      side: t.field({ type: AccountSide, description: 'Its own side.', resolve: ({ side }) => side }),
      opening: amount('opening', 'Balance before the period.'),
      debit: amount('debit', 'Debits of the period.'),
      credit: amount('credit', 'Credits of the period.'),
      closing: amount('closing', 'Balance at the end.'),
      movements: t.field({
        type: [AccountMovement],
        description: 'What moved it in the period, by the kind of entry.',
        resolve: ({ movements, currency }) => movements.map((movement) => ({ ...movement, currency })),
      }),
    }
  },
})

const OperatorAccountsType = builder.objectRef<OperatorAccounts & InCurrency>('OperatorAccounts').implement({
  description: "The coalition's own accounts of the money book.",
  fields: (t) => ({
    asOf: t.expose('asOf', { type: 'DateTime', description: 'The instant of the closing balances.' }),
    accounts: t.field({
      type: [OperatorAccountType],
      description: 'All of them, in a fixed order.',
      resolve: ({ accounts, currency }) => accounts.map((account) => ({ ...account, currency })),
    }),
  }),
})

builder.prismaObjectField(Coalition, 'operatorAccounts', (t) =>
  t.field({
    extensions: REPORT,
    type: OperatorAccountsType,
    description:
      "The coalition's own accounts: balances at an instant and what moved them. Administrators only.",
    args: {
      from: t.arg({ type: 'DateTime', description: 'Movements from then on; from the first when left out.' }),
      to: t.arg({
        type: 'DateTime',
        description: 'Balances at this instant, movements before it; now when left out.',
      }),
    },
    resolve: async ({ id: coalitionId, currency }, { from, to }, context) => ({
      ...(await readOperatorAccounts(verbContext(context), {
        ...{ coalitionId, from: from ?? null, to: to ?? null },
      })),
      currency,
    }),
  }),
)
