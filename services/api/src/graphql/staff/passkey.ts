import {
  LinkRequiredError,
  NotFoundError,
  SecondFactorEnrolledError,
  SecondFactorStaleError,
  SignInFailedError,
} from '@artel/ledger'
import {
  createPasskeySession,
  encodePublicId,
  registerPasskey,
  removePasskey,
  startPasskeyRegistration,
  startPasskeySignIn,
} from '@artel/use-cases'
import { storeOf, verbContext } from '../../context.ts'
import { builder } from '../vocabulary/builder.ts'
import { uuidOf } from '../vocabulary/node-id.ts'
import { Me } from './me.ts'
import { doorOf, SessionPayload, SessionTransport, send } from './session.ts'

const Passkey = builder.prismaObject('Passkey', {
  description: 'A passkey of a person. Its secret half is in the authenticator.',
  fields: (t) => ({
    id: t.id({ description: 'Opaque id.', resolve: ({ id }) => encodePublicId('passkey', id) }),
    name: t.exposeString('name', { description: 'What its owner calls it.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was made.' }),
    lastUsedAt: t.expose('lastUsedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it last signed its owner in; null: never.',
    }),
  }),
})

builder.objectField(Me, 'passkeys', (t) =>
  t.field({
    type: [Passkey],
    description: 'The passkeys of the person, oldest first, 20 at most.',
    resolve: ({ personId }, _args, context) =>
      storeOf(context).prisma.passkey.findMany({ where: { personId }, orderBy: { id: 'asc' }, take: 20 }),
  }),
)

const PasskeyStartPayload = builder.objectRef<{ readonly options: string }>('PasskeyStartPayload').implement({
  description: 'What the browser asks the authenticator.',
  fields: (t) => ({
    options: t.exposeString('options', {
      description:
        'JSON for `PublicKeyCredential.parseCreationOptionsFromJSON` or `parseRequestOptionsFromJSON`. Good for one answer, five minutes.',
    }),
  }),
})

const PasskeyRegisterInput = builder.inputType('PasskeyRegisterInput', {
  description: 'A passkey that was made.',
  fields: (t) => ({
    response: t.string({
      required: true,
      description: 'JSON of the credential, as its `toJSON()` writes it.',
    }),
    name: t.string({ required: true, description: 'What to call it, 1 to 80 characters.' }),
  }),
})

const PasskeyRegisterPayload = builder
  .objectRef<Awaited<ReturnType<typeof registerPasskey>>>('PasskeyRegisterPayload')
  .implement({
    description: 'The passkey as it is kept.',
    fields: (t) => ({ passkey: t.expose('passkey', { type: Passkey, description: 'The passkey.' }) }),
  })

const PasskeyRemoveInput = builder.inputType('PasskeyRemoveInput', {
  description: 'A passkey to remove.',
  fields: (t) => ({ passkeyId: t.id({ required: true, description: 'Id of the passkey.' }) }),
})

const PasskeyRemovePayload = builder
  .objectRef<Awaited<ReturnType<typeof removePasskey>>>('PasskeyRemovePayload')
  .implement({
    description: 'What was removed.',
    fields: (t) => ({
      passkeyId: t.id({
        description: 'Id of the passkey that was.',
        resolve: ({ passkeyId }) => encodePublicId('passkey', passkeyId),
      }),
    }),
  })

const SessionCreateByPasskeyInput = builder.inputType('SessionCreateByPasskeyInput', {
  description: 'The answer of an authenticator.',
  fields: (t) => ({
    response: t.string({
      required: true,
      description: 'JSON of the credential, as its `toJSON()` writes it.',
    }),
    transport: t.field({
      type: SessionTransport,
      required: true,
      defaultValue: 'TOKEN',
      description: 'How the secret of the session travels.',
    }),
  }),
})

const KEEPING = [SecondFactorEnrolledError, SecondFactorStaleError, LinkRequiredError]

builder.mutationField('passkeyRegistrationStart', (t) =>
  t.field({
    type: PasskeyStartPayload,
    description:
      'Begins to make a passkey. Beside a second factor it takes a session that has given one; the first of all takes a session that a link or an invitation began.',
    errors: { types: KEEPING },
    resolve: (_root, _args, context) =>
      startPasskeyRegistration(verbContext(context), { door: doorOf(context) }),
  }),
)

builder.mutationField('passkeyRegister', (t) =>
  t.field({
    type: PasskeyRegisterPayload,
    description:
      'Keeps the passkey that was made. From then on it signs in, and counts as the second factor.',
    errors: { types: KEEPING },
    args: { input: t.arg({ type: PasskeyRegisterInput, required: true, description: 'The passkey.' }) },
    resolve: (_root, { input }, context) =>
      registerPasskey(verbContext(context), { ...input, door: doorOf(context) }),
  }),
)

builder.mutationField('passkeyRemove', (t) =>
  t.field({
    type: PasskeyRemovePayload,
    description: 'Removes a passkey; all other sessions that passkeys began end.',
    errors: { types: [NotFoundError, ...KEEPING] },
    args: { input: t.arg({ type: PasskeyRemoveInput, required: true, description: 'Which.' }) },
    resolve: (_root, { input }, context) =>
      removePasskey(verbContext(context), { passkeyId: uuidOf('passkey', input.passkeyId, ['passkeyId']) }),
  }),
)

builder.mutationField('sessionPasskeyStart', (t) =>
  t.field({
    type: PasskeyStartPayload,
    description: 'Begins to sign somebody in by a passkey, without a name.',
    errors: { types: [] },
    resolve: (_root, _args, context) => startPasskeySignIn(verbContext(context), { door: doorOf(context) }),
  }),
)

builder.mutationField('sessionCreateByPasskey', (t) =>
  t.field({
    type: SessionPayload,
    description: 'Signs somebody in by a passkey. The session has given the second factor.',
    errors: { types: [SignInFailedError] },
    args: { input: t.arg({ type: SessionCreateByPasskeyInput, required: true, description: 'The answer.' }) },
    resolve: async (_root, { input: { response, transport } }, context) =>
      send(
        await createPasskeySession(verbContext(context), { response, door: doorOf(context) }),
        context,
        transport,
      ),
  }),
)
