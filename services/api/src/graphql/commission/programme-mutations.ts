import {
  CommissionProgrammeChangedError,
  CommissionProgrammeEndedError,
  MemberNotActiveError,
  NotFoundError,
  RuleLimitReachedError,
} from '@artel/ledger'
import type { CommissionProgramme as ProgrammeRow } from '@artel/store/prisma'
import { changeCommissionProgramme, endCommissionProgramme, startCommissionProgramme } from '@artel/use-cases'
import { verbContext } from '../../context.ts'
import { builder } from '../vocabulary/builder.ts'
import { given } from '../vocabulary/given.ts'
import { MoneyInput } from '../vocabulary/money.ts'
import { uuidOf } from '../vocabulary/node-id.ts'
import { CommissionProgramme } from './commission-programme.ts'
import {
  CommissionApprovedBy,
  CommissionOf,
  LadderMeasure,
  LadderPeriod,
  PayeeKind,
} from './commission-words.ts'

const CommissionNameInput = builder.inputType('CommissionNameInput', {
  description: 'What the payer calls the programme, 1 to 80 characters each.',
  fields: (t) => ({
    en: t.string({ required: true, description: 'In English.' }),
    ru: t.string({ required: true, description: 'In Russian.' }),
  }),
})

const CommissionLadderStepInput = builder.inputType('CommissionLadderStepInput', {
  description: 'A step of a ladder: from so much on, this rate. Each begins above the one before.',
  fields: (t) => ({
    from: t.field({ type: MoneyInput, description: 'Of a ladder by money.' }),
    fromCustomers: t.int({ description: 'Of a ladder by customers.' }),
    bps: t.int({ required: true, description: 'Basis points, 0 to 10000.' }),
  }),
})

const CommissionEffectInput = builder.inputType('CommissionEffectInput', {
  description: 'What a sale is worth: one of percentBps, fixed and ladder.',
  fields: (t) => ({
    percentBps: t.int({ description: 'A share of what was paid in money, basis points.' }),
    fixed: t.field({ type: MoneyInput, description: 'A sum a sale.' }),
    ladder: t.field({ type: [CommissionLadderStepInput], description: 'At most 20 steps.' }),
    per: t.field({ type: LadderPeriod, description: 'Of a ladder; a month when left out.' }),
    by: t.field({ type: LadderMeasure, description: 'Of a ladder; money when left out.' }),
  }),
})

const CommissionApprovalInput = builder.inputType('CommissionApprovalInput', {
  description: 'How a commission becomes money.',
  fields: (t) => ({
    by: t.field({ type: CommissionApprovedBy, description: 'Time when left out.' }),
    days: t.int({ description: 'Local days from the sale; the refund days when left out, and no less.' }),
    twoPeopleAbove: t.field({ type: MoneyInput, description: 'Above this two people say yes.' }),
  }),
})

const CommissionDefinitionInput = builder.inputType('CommissionDefinitionInput', {
  description: 'A commission programme.',
  fields: (t) => ({
    name: t.field({ type: CommissionNameInput, required: true, description: 'What it is called.' }),
    effect: t.field({ type: CommissionEffectInput, required: true, description: 'What a sale is worth.' }),
    of: t.field({ type: CommissionOf, description: 'Which purchases count; every one when left out.' }),
    months: t.int({
      description:
        'Months from the first brought purchase in which purchases count; without end when left out.',
    }),
    approval: t.field({ type: CommissionApprovalInput, description: 'How it becomes money.' }),
    refundDays: t.int({ description: 'Local days in which goods are taken back; 14 when left out.' }),
    taxBps: t.int({
      description: 'Tax inside prices that no commission is reckoned on; none when left out.',
    }),
    fromDay: t.string({ required: true, description: 'ISO date of the first day whose sales count.' }),
    toDay: t.string({ description: 'ISO date of the last one; until it is ended when left out.' }),
  }),
})

const CommissionProgrammePayload = builder
  .objectRef<{ readonly programme: ProgrammeRow }>('CommissionProgrammePayload')
  .implement({
    description: 'The programme as it is now.',
    fields: (t) => ({
      programme: t.expose('programme', { type: CommissionProgramme, description: 'The programme.' }),
    }),
  })

const CommissionProgrammeStartInput = builder.inputType('CommissionProgrammeStartInput', {
  description: 'A programme to start.',
  fields: (t) => ({
    payeeKind: t.field({ type: PayeeKind, required: true, description: 'Whom it pays.' }),
    payeeId: t.id({
      description: 'The one affiliate or member; whoever of them brings a customer when left out.',
    }),
    definition: t.field({ type: CommissionDefinitionInput, required: true, description: 'What it says.' }),
  }),
})

builder.mutationField('commissionProgrammeStart', (t) =>
  t.field({
    type: CommissionProgrammePayload,
    description:
      'Starts to pay commissions, from the first day on. A sale is paid for once: by the programme that names its payee, then by the newest.',
    errors: { types: [NotFoundError, MemberNotActiveError, RuleLimitReachedError] },
    args: {
      input: t.arg({ type: CommissionProgrammeStartInput, required: true, description: 'The programme.' }),
    },
    resolve: (_root, { input }, context) => {
      const { payeeId, payeeKind, definition } = given(input)
      const noun = payeeKind === 'AFFILIATE' ? 'affiliate' : 'member'
      return startCommissionProgramme(verbContext(context), {
        payeeKind,
        definition,
        payeeId: payeeId == null ? null : uuidOf(noun, payeeId, ['payeeId']),
      })
    },
  }),
)

const CommissionProgrammeChangeInput = builder.inputType('CommissionProgrammeChangeInput', {
  description: 'A programme to give its next version.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'Id of the programme.' }),
    version: t.int({ required: true, description: 'The version that was changed.' }),
    definition: t.field({
      type: CommissionDefinitionInput,
      required: true,
      description: 'What it says then.',
    }),
  }),
})

builder.mutationField('commissionProgrammeChange', (t) =>
  t.field({
    type: CommissionProgrammePayload,
    description:
      'Gives a programme its next version, from a day after today on; a ladder changes with its period. What was sold keeps what it was promised.',
    errors: {
      types: [
        NotFoundError,
        MemberNotActiveError,
        CommissionProgrammeChangedError,
        CommissionProgrammeEndedError,
        RuleLimitReachedError,
      ],
    },
    args: {
      input: t.arg({ type: CommissionProgrammeChangeInput, required: true, description: 'The programme.' }),
    },
    resolve: (_root, { input }, context) =>
      changeCommissionProgramme(verbContext(context), {
        ...given(input),
        id: uuidOf('commissionProgramme', input.id, ['id']),
      }),
  }),
)

const CommissionProgrammeEndInput = builder.inputType('CommissionProgrammeEndInput', {
  description: 'A programme to end.',
  fields: (t) => ({ id: t.id({ required: true, description: 'Id of the programme.' }) }),
})

builder.mutationField('commissionProgrammeEnd', (t) =>
  t.field({
    type: CommissionProgrammePayload,
    description: 'Ends a programme with today; what was earned is paid. Twice changes nothing.',
    errors: { types: [NotFoundError, MemberNotActiveError] },
    args: {
      input: t.arg({ type: CommissionProgrammeEndInput, required: true, description: 'The programme.' }),
    },
    resolve: (_root, { input }, context) =>
      endCommissionProgramme(verbContext(context), { id: uuidOf('commissionProgramme', input.id, ['id']) }),
  }),
)
