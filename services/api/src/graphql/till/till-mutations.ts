import { MemberNotActiveError, NotFoundError } from '@artel/ledger'
import { createPinCode, registerTill, revokeTill } from '@artel/use-cases'
import { verbContext } from '../../context.ts'
import { doorOf } from '../staff/session.ts'
import { builder } from '../vocabulary/builder.ts'
import { given } from '../vocabulary/given.ts'
import { uuidOf } from '../vocabulary/node-id.ts'
import { Till } from './till.ts'

const TillRegisterInput = builder.inputType('TillRegisterInput', {
  description: 'A till to register.',
  fields: (t) => ({
    memberId: t.id({ description: 'At which member. A member registers its own.' }),
    name: t.string({ required: true, description: 'What the member calls it.' }),
    place: t.string({ description: 'Where it stands.' }),
    idleMinutes: t.int({
      description:
        "So long a cashier's session there may be left alone, minutes: 5 to 240, 15 when left out. Whatever it is used, it ends after twelve hours.",
    }),
  }),
})

const TillRegisterPayload = builder
  .objectRef<Awaited<ReturnType<typeof registerTill>>>('TillRegisterPayload')
  .implement({
    description: 'The till, and its secret.',
    fields: (t) => ({
      till: t.expose('till', { type: Till, description: 'The till.' }),
      secret: t.exposeString('secret', {
        description:
          '`tl_...`, for the device to keep and to send as "Authorization: Bearer". Shown this once.',
      }),
    }),
  })

builder.mutationField('tillRegister', (t) =>
  t.field({
    type: TillRegisterPayload,
    description:
      'Registers a till of a member. Its secret lists who may sign in there and lets them in by PIN, and does nothing else.',
    errors: { types: [NotFoundError, MemberNotActiveError] },
    args: { input: t.arg({ type: TillRegisterInput, required: true, description: 'The till.' }) },
    resolve: (_root, { input: { memberId, ...till } }, context) =>
      registerTill(verbContext(context), {
        ...given(till),
        memberId: memberId == null ? null : uuidOf('member', memberId, ['memberId']),
      }),
  }),
)

const TillRevokeInput = builder.inputType('TillRevokeInput', {
  description: 'A till to revoke.',
  fields: (t) => ({ id: t.id({ required: true, description: 'Id of the till.' }) }),
})

const TillRevokePayload = builder
  .objectRef<Awaited<ReturnType<typeof revokeTill>>>('TillRevokePayload')
  .implement({
    description: 'The till as it is now.',
    fields: (t) => ({ till: t.expose('till', { type: Till, description: 'The till.' }) }),
  })

builder.mutationField('tillRevoke', (t) =>
  t.field({
    type: TillRevokePayload,
    description:
      'Revokes a till for good and ends the sessions that were begun there; every process follows within five seconds. Revoking twice changes nothing.',
    errors: { types: [NotFoundError, MemberNotActiveError] },
    args: { input: t.arg({ type: TillRevokeInput, required: true, description: 'The till.' }) },
    resolve: (_root, { input }, context) =>
      revokeTill(verbContext(context), { id: uuidOf('till', input.id, ['id']) }),
  }),
)

const PinCodeCreateInput = builder.inputType('PinCodeCreateInput', {
  description: 'Whom a code is for.',
  fields: (t) => ({
    grantId: t.id({
      required: true,
      description: "Id of the person's accepted role at the member: `CASHIER` or `MEMBER_MANAGER`.",
    }),
  }),
})

const PinCodeCreatePayload = builder
  .objectRef<Awaited<ReturnType<typeof createPinCode>>>('PinCodeCreatePayload')
  .implement({
    description: 'The code, to be handed to the person.',
    fields: (t) => ({
      pinCode: t.exposeString('code', { description: 'Shown this once; it works once.' }),
      expiresAt: t.expose('expiresAt', { type: 'DateTime', description: 'Until when it works: a day.' }),
    }),
  })

builder.mutationField('pinCodeCreate', (t) =>
  t.field({
    type: PinCodeCreatePayload,
    description:
      'Makes a code with which somebody sets a PIN at a till of the member (`pinSetByCode`). One that waits for the same person is void. Hand it to nobody else: whoever has it can act as the person.',
    errors: { types: [NotFoundError, MemberNotActiveError] },
    args: { input: t.arg({ type: PinCodeCreateInput, required: true, description: 'Whom it is for.' }) },
    resolve: (_root, { input }, context) =>
      createPinCode(verbContext(context), {
        grantId: uuidOf('staffGrant', input.grantId, ['grantId']),
        door: doorOf(context),
      }),
  }),
)
