import {
  ExitNoticeStandsError,
  MemberNotActiveError,
  NotFoundError,
  TermsNotAcceptedError,
} from '@artel/ledger'
import { giveExitNotice, withdrawExitNotice } from '@artel/use-cases'
import { verbContext } from '../../context.ts'
import { Member } from '../member/member.ts'
import { builder } from '../vocabulary/builder.ts'
import { given } from '../vocabulary/given.ts'
import { uuidOf } from '../vocabulary/node-id.ts'

const MemberExitNoticeInput = builder.inputType('MemberExitNoticeInput', {
  description: 'Notice of a member that leaves.',
  fields: (t) => ({
    memberId: t.id({ description: 'Administrators name the member; a member gives notice for itself.' }),
    reason: t.string({ required: true, description: 'Why it leaves.' }),
    redemptionDays: t.int({
      required: true,
      defaultValue: 90,
      description: 'Days that its customers have to spend its points.',
    }),
  }),
})

const MemberExitNoticePayload = builder
  .objectRef<Awaited<ReturnType<typeof giveExitNotice>>>('MemberExitNoticePayload')
  .implement({
    description: 'The member as it is now.',
    fields: (t) => ({ member: t.expose('member', { type: Member, description: 'The member, EXITING.' }) }),
  })

builder.mutationField('memberExitNotice', (t) =>
  t.field({
    type: MemberExitNoticePayload,
    description:
      'Begins the exit of a member: it issues no more points, and its points are redeemed everywhere as before. A repeated call changes nothing.',
    errors: { types: [NotFoundError, MemberNotActiveError] },
    args: { input: t.arg({ type: MemberExitNoticeInput, required: true, description: 'The notice.' }) },
    resolve: (_root, { input: { memberId, ...notice } }, context) =>
      giveExitNotice(verbContext(context), {
        ...given(notice),
        memberId: memberId == null ? null : uuidOf('member', memberId, ['memberId']),
      }),
  }),
)

const MemberExitWithdrawInput = builder.inputType('MemberExitWithdrawInput', {
  description: 'A notice to take back.',
  fields: (t) => ({
    memberId: t.id({ description: 'Administrators name the member; a member takes back its own.' }),
    reason: t.string({ required: true, description: 'Why it stays.' }),
  }),
})

const MemberExitWithdrawPayload = builder
  .objectRef<Awaited<ReturnType<typeof withdrawExitNotice>>>('MemberExitWithdrawPayload')
  .implement({
    description: 'The member as it is now, and when its notice was taken back.',
    fields: (t) => ({
      member: t.expose('member', { type: Member, description: 'The member, ACTIVE or SUSPENDED as before.' }),
      withdrawnAt: t.field({
        type: 'DateTime',
        nullable: true,
        description: 'When the notice was taken back.',
        resolve: ({ exit }) => exit.withdrawnAt,
      }),
    }),
  })

builder.mutationField('memberExitWithdraw', (t) =>
  t.field({
    type: MemberExitWithdrawPayload,
    description:
      'Takes the notice of a member back, until its final estimate: by the member what it gave itself, by administrators any. Twice is once.',
    errors: { types: [MemberNotActiveError, NotFoundError, ExitNoticeStandsError, TermsNotAcceptedError] },
    args: { input: t.arg({ type: MemberExitWithdrawInput, required: true, description: 'The notice.' }) },
    resolve: (_root, { input: { memberId, reason } }, context) =>
      withdrawExitNotice(verbContext(context), {
        reason,
        memberId: memberId == null ? null : uuidOf('member', memberId, ['memberId']),
      }),
  }),
)
