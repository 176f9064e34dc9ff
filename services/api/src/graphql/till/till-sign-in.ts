import {
  CodeNotValidError,
  MemberNotActiveError,
  NotFoundError,
  PinNotValidError,
  SignInDelayedError,
} from '@artel/ledger'
import {
  createTillSession,
  encodePublicId,
  readTillCashiers,
  setPin,
  setPinByCode,
  type TillCashier as TillCashierRow,
} from '@artel/use-cases'
import { verbContext } from '../../context.ts'
import { doorOf, SessionPayload, SessionTransport, send } from '../staff/session.ts'
import { builder } from '../vocabulary/builder.ts'
import { uuidOf } from '../vocabulary/node-id.ts'

const TillCashier = builder.objectRef<TillCashierRow>('TillCashier').implement({
  description: 'Somebody who may sign in at a till.',
  fields: (t) => ({
    cashierId: t.id({
      description: 'Id of the person: what `tillSessionCreate` takes.',
      resolve: ({ personId }) => encodePublicId('person', personId),
    }),
    name: t.exposeString('name', { nullable: true, description: 'What others call the person.' }),
  }),
})

builder.queryField('tillCashiers', (t) =>
  t.field({
    type: [TillCashier],
    description:
      'Who may sign in by PIN at the calling till, by name; at most 200. Asked with the secret of a till.',
    resolve: async (_root, _args, context) => [...(await readTillCashiers(verbContext(context)))],
  }),
)

const TillSessionCreateInput = builder.inputType('TillSessionCreateInput', {
  description: 'Who signs in at a till.',
  fields: (t) => ({
    cashierId: t.id({ required: true, description: 'Id of the person, of `tillCashiers`.' }),
    pin: t.string({ required: true, description: 'Four to eight digits.' }),
    transport: t.field({
      type: SessionTransport,
      required: true,
      defaultValue: 'TOKEN',
      description: 'How the secret of the session travels.',
    }),
  }),
})

builder.mutationField('tillSessionCreate', (t) =>
  t.field({
    type: SessionPayload,
    description:
      "Signs a cashier in by PIN, with the secret of a till. The session is a cashier's, whatever roles the person has, and ends the one that somebody had there before. After failed attempts the next one has to wait.",
    errors: { types: [PinNotValidError, SignInDelayedError, NotFoundError] },
    args: { input: t.arg({ type: TillSessionCreateInput, required: true, description: 'Who it is.' }) },
    resolve: async (_root, { input: { cashierId, pin, transport } }, context) => {
      const personId = uuidOf('person', cashierId, ['cashierId'])
      const started = await createTillSession(verbContext(context), { personId, pin, door: doorOf(context) })
      return send(started, context, transport)
    },
  }),
)

const PinSetInput = builder.inputType('PinSetInput', {
  description: 'A PIN.',
  fields: (t) => ({
    pin: t.string({ required: true, description: 'Four to eight digits that are hard to guess.' }),
  }),
})

const PinSetPayload = builder.objectRef<Awaited<ReturnType<typeof setPin>>>('PinSetPayload').implement({
  description: 'That it is set.',
  fields: (t) => ({ setAt: t.expose('setAt', { type: 'DateTime', description: 'When it was set.' }) }),
})

builder.mutationField('pinSet', (t) =>
  t.field({
    type: PinSetPayload,
    description:
      'Sets the PIN of who is signed in by e-mail, for the tills of the member that the session acts for. Sessions by the PIN of before end.',
    errors: { types: [MemberNotActiveError] },
    args: { input: t.arg({ type: PinSetInput, required: true, description: 'The PIN.' }) },
    resolve: (_root, { input }, context) => setPin(verbContext(context), { ...input, door: doorOf(context) }),
  }),
)

const PinSetByCodeInput = builder.inputType('PinSetByCodeInput', {
  description: 'A code, and the PIN to set with it.',
  fields: (t) => ({
    code: t.string({ required: true, description: 'What the manager handed out.' }),
    pin: t.string({ required: true, description: 'Four to eight digits that are hard to guess.' }),
  }),
})

const PinSetByCodePayload = builder
  .objectRef<Awaited<ReturnType<typeof setPinByCode>>>('PinSetByCodePayload')
  .implement({
    description: 'Whose PIN was set.',
    fields: (t) => ({ cashier: t.expose('cashier', { type: TillCashier, description: 'The person.' }) }),
  })

builder.mutationField('pinSetByCode', (t) =>
  t.field({
    type: PinSetByCodePayload,
    description: 'Sets a PIN at a till with a code of `pinCodeCreate`, which works once.',
    errors: { types: [CodeNotValidError, SignInDelayedError] },
    args: { input: t.arg({ type: PinSetByCodeInput, required: true, description: 'Code and PIN.' }) },
    resolve: (_root, { input }, context) =>
      setPinByCode(verbContext(context), { ...input, door: doorOf(context) }),
  }),
)
