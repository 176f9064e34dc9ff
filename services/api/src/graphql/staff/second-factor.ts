import {
  CodeNotValidError,
  LinkRequiredError,
  SecondFactorEnrolledError,
  SecondFactorStaleError,
  SecondFactorUnreadableError,
  SignInDelayedError,
} from '@artel/ledger'
import { confirmSession, confirmTotp, enrolTotp } from '@artel/use-cases'
import { verbContext } from '../../context.ts'
import { builder } from '../vocabulary/builder.ts'
import { Me } from './me.ts'
import { doorOf, type SentSession, SessionPayload, send } from './session.ts'

const TotpEnrolInput = builder.inputType('TotpEnrolInput', {
  description: 'A second factor to make.',
  fields: (t) => ({
    label: t.string({ description: 'What the app calls it; the e-mail when left out.' }),
  }),
})

const TotpEnrolPayload = builder
  .objectRef<Awaited<ReturnType<typeof enrolTotp>>>('TotpEnrolPayload')
  .implement({
    description: 'The second factor, which counts from its first code on.',
    fields: (t) => ({
      secret: t.exposeString('secret', { description: 'Base32, to be typed into an authenticator app.' }),
      uri: t.exposeString('uri', { description: '`otpauth://totp/...`, to be shown as a QR code.' }),
    }),
  })

builder.mutationField('totpEnrol', (t) =>
  t.field({
    type: TotpEnrolPayload,
    description:
      'Makes the secret of a second factor. One that is in use is replaced only in a session that has given it; the first one is made in a session that a link began.',
    errors: { types: [SecondFactorEnrolledError, SecondFactorStaleError, LinkRequiredError] },
    args: { input: t.arg({ type: TotpEnrolInput, required: true, description: 'The second factor.' }) },
    resolve: (_root, { input: { label } }, context) =>
      enrolTotp(verbContext(context), { label: label ?? null, door: doorOf(context) }),
  }),
)

const TotpConfirmInput = builder.inputType('TotpConfirmInput', {
  description: 'The first code of a second factor.',
  fields: (t) => ({ code: t.string({ required: true, description: 'Six digits.' }) }),
})

const TotpConfirmPayload = builder
  .objectRef<SentSession & { readonly recoveryCodes: readonly string[] }>('TotpConfirmPayload')
  .implement({
    description: 'The session under a new secret, and the recovery codes.',
    fields: (t) => ({
      token: t.exposeString('token', {
        nullable: true,
        description: 'The new secret of the session; null where it came as a cookie.',
      }),
      recoveryCodes: t.stringList({
        description: 'Each stands in for a code, once. Shown this once.',
        resolve: ({ recoveryCodes }) => [...recoveryCodes],
      }),
      me: t.field({
        type: Me,
        description: 'Who is signed in.',
        resolve: ({ session }) => ({ personId: session.personId, sessionId: session.id }),
      }),
    }),
  })

builder.mutationField('totpConfirm', (t) =>
  t.field({
    type: TotpConfirmPayload,
    description:
      'Puts the second factor into use with its first code. All other sessions of the person end, and recovery codes of before are void.',
    errors: {
      types: [
        ...[CodeNotValidError, SignInDelayedError, SecondFactorEnrolledError],
        ...[SecondFactorStaleError, LinkRequiredError, SecondFactorUnreadableError],
      ],
    },
    args: { input: t.arg({ type: TotpConfirmInput, required: true, description: 'The code.' }) },
    resolve: async (_root, { input }, context) =>
      send(await confirmTotp(verbContext(context), { ...input, door: doorOf(context) }), context),
  }),
)

const SessionConfirmTotpInput = builder.inputType('SessionConfirmTotpInput', {
  description: 'The second factor of a session.',
  fields: (t) => ({
    code: t.string({ required: true, description: 'Six digits of the app, or a recovery code.' }),
  }),
})

builder.mutationField('sessionConfirmTotp', (t) =>
  t.field({
    type: SessionPayload,
    description: 'Gives the second factor. A code works once; the session goes on under a new secret.',
    errors: { types: [CodeNotValidError, SignInDelayedError, SecondFactorUnreadableError] },
    args: { input: t.arg({ type: SessionConfirmTotpInput, required: true, description: 'The code.' }) },
    resolve: async (_root, { input }, context) =>
      send(await confirmSession(verbContext(context), { ...input, door: doorOf(context) }), context),
  }),
)
