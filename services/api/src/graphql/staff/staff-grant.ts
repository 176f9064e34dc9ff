import {
  AlreadyExistsError,
  InvitationLimitReachedError,
  LetterNotSentError,
  MemberNotActiveError,
  NotFoundError,
} from '@artel/ledger'
import {
  type COALITION_ROLES,
  decodePublicId,
  encodePublicId,
  inviteStaff,
  type MEMBER_ROLES,
  revokeStaff,
} from '@artel/use-cases'
import { visibleTo } from '../../auth/visible.ts'
import { storeOf, verbContext } from '../../context.ts'
import { Member } from '../member/member.ts'
import { builder } from '../vocabulary/builder.ts'
import { uuidOf } from '../vocabulary/node-id.ts'
import { pageArgs, pageSize, readCursor, toPage } from '../vocabulary/page.ts'
import { present } from '../vocabulary/present.ts'
import { publicNode } from '../vocabulary/public-node.ts'
import { Language, languageOf, Person } from './person.ts'

export const StaffRole = builder.enumType('StaffRole', {
  description: 'What somebody does in a coalition, or at a member.',
  values: {
    COALITION_ADMIN: { description: 'Runs the coalition. Demands a second factor.' },
    TREASURER: { description: 'Settles and adjusts. Demands a second factor.' },
    AUDITOR: { description: 'Reads everything of the coalition.' },
    MEMBER_MANAGER: { description: 'Runs one member.' },
    CASHIER: { description: 'Serves customers at one member.' },
  } as const satisfies Record<
    (typeof COALITION_ROLES)[number] | (typeof MEMBER_ROLES)[number],
    { description: string }
  >,
})

export const StaffGrant = builder.prismaObject('StaffGrant', {
  description: 'A role of a person, from the invitation to its end.',
  fields: (t) => ({
    email: t.string({
      description: 'Whom the invitation went to.',
      resolve: async ({ coalitionId, personId }, _args, { loaders }) =>
        present(await loaders.person({ coalitionId, id: personId })).email,
    }),
    person: t.field({
      type: Person,
      nullable: true,
      description: 'Who has the role; null until the invitation is accepted.',
      resolve: ({ coalitionId, personId, acceptedAt }, _args, { loaders }) =>
        acceptedAt === null ? null : loaders.person({ coalitionId, id: personId }),
    }),
    role: t.field({
      type: StaffRole,
      description: 'The role.',
      resolve: ({ role }) => role as typeof StaffRole.$inferType,
    }),
    member: t.field({
      type: Member,
      nullable: true,
      description: 'At which member; null for a role of the coalition.',
      resolve: ({ coalitionId, memberId }, _args, { loaders }) =>
        memberId === null ? null : loaders.member({ coalitionId, id: memberId }),
    }),
    invitedAt: t.expose('invitedAt', { type: 'DateTime', description: 'When it was offered.' }),
    acceptedAt: t.expose('acceptedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was accepted; null while the invitation waits.',
    }),
    revokedAt: t.expose('revokedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was taken back; null = it stands.',
    }),
  }),
})
publicNode(StaffGrant)

const StaffConnection = builder.connectionObject(
  { type: StaffGrant, name: 'StaffConnection' },
  { name: 'StaffConnectionEdge' },
)

builder.queryField('staff', (t) =>
  t.field({
    type: StaffConnection,
    description: 'Roles of people, newest first: of the coalition for administrators, its own for a member.',
    args: {
      memberId: t.arg.id({ description: 'Only roles at this member.' }),
      standing: t.arg.boolean({ description: 'true: only those that were not revoked.' }),
      ...pageArgs(),
    },
    resolve: async (_root, { memberId, standing, ...args }, context) => {
      const after = readCursor(args, (cursor) => decodePublicId('staffGrant', cursor))
      const where = visibleTo(context.principal).staffGrant
      const asked = {
        ...(memberId == null ? {} : { memberId: uuidOf('member', memberId, ['memberId']) }),
        ...(standing ? { revokedAt: null } : {}),
        ...(after ? { id: { lt: after } } : {}),
      }
      const take = pageSize(args) + 1
      const rows = where
        ? await storeOf(context).prisma.staffGrant.findMany({
            where: { AND: [where, asked] },
            orderBy: { id: 'desc' },
            take,
          })
        : []
      return toPage(rows, args, ({ id }) => encodePublicId('staffGrant', id))
    },
  }),
)

const StaffInviteInput = builder.inputType('StaffInviteInput', {
  description: 'Somebody to invite.',
  fields: (t) => ({
    email: t.string({ required: true, description: 'Where the invitation goes.' }),
    role: t.field({ type: StaffRole, required: true, description: 'The role that is offered.' }),
    memberId: t.id({
      description:
        'Of a role at a member: which one. A member invites to itself. Left out for a role of the coalition.',
    }),
    language: t.field({ type: Language, description: 'Language of the letter; Russian when left out.' }),
  }),
})

const StaffGrantPayload = builder
  .objectRef<Awaited<ReturnType<typeof inviteStaff>>>('StaffGrantPayload')
  .implement({
    description: 'The role as it is now.',
    fields: (t) => ({ grant: t.expose('grant', { type: StaffGrant, description: 'The role.' }) }),
  })

builder.mutationField('staffInvite', (t) =>
  t.field({
    type: StaffGrantPayload,
    description:
      'Invites somebody by mail: administrators into roles of the coalition and at members, a member into its own. The link is in the letter alone; inviting again sends another. How many go out in a day is bounded.',
    errors: {
      types: [
        ...[NotFoundError, AlreadyExistsError, MemberNotActiveError],
        ...[InvitationLimitReachedError, LetterNotSentError],
      ],
    },
    args: { input: t.arg({ type: StaffInviteInput, required: true, description: 'The invitation.' }) },
    resolve: (_root, { input: { memberId, language, ...invited } }, context) =>
      inviteStaff(verbContext(context), {
        ...invited,
        memberId: memberId == null ? null : uuidOf('member', memberId, ['memberId']),
        language: languageOf(language),
        publicUrl: context.visit.door().publicUrl,
      }),
  }),
)

const StaffRevokeInput = builder.inputType('StaffRevokeInput', {
  description: 'A role to take back.',
  fields: (t) => ({ grantId: t.id({ required: true, description: 'Id of the role.' }) }),
})

builder.mutationField('staffRevoke', (t) =>
  t.field({
    type: StaffGrantPayload,
    description:
      "Takes a role, or an invitation, back for good; every process follows within five seconds, and so do the administrators' keys that the person made. Revoking twice changes nothing.",
    errors: { types: [NotFoundError, MemberNotActiveError] },
    args: { input: t.arg({ type: StaffRevokeInput, required: true, description: 'The role.' }) },
    resolve: (_root, { input }, context) =>
      revokeStaff(verbContext(context), { grantId: uuidOf('staffGrant', input.grantId, ['grantId']) }),
  }),
)
