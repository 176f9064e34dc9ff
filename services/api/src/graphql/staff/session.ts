import {
  LetterNotSentError,
  LinkNotValidError,
  NotFoundError,
  SecondFactorEnrolledError,
  SecondFactorStaleError,
  SignInDelayedError,
  SignInFailedError,
} from '@artel/ledger'
import {
  acceptInvitation,
  changePassword,
  createSession,
  encodePublicId,
  endAllSessions,
  endSession,
  requestSignInLink,
  type StaffDoor,
  type StartedSession,
} from '@artel/use-cases'
import { type ApiContext, verbContext } from '../../context.ts'
import { builder } from '../vocabulary/builder.ts'
import { given } from '../vocabulary/given.ts'
import { uuidOf } from '../vocabulary/node-id.ts'
import { Me } from './me.ts'
import { Language, languageOf } from './person.ts'

export const SessionTransport = builder.enumType('SessionTransport', {
  description: 'How the secret of a session travels.',
  values: {
    COOKIE: {
      description: 'An HttpOnly cookie of this answer. Calls send the header Artel-CSRF: 1 with it.',
    },
    TOKEN: { description: 'In the answer, to be sent as "Authorization: Bearer ss_...".' },
  } as const,
})

/** A session on its way to the caller. */
export interface SentSession extends StartedSession {
  /** Null where it goes by cookie. */
  readonly token: string | null
  /** Of one by PIN. */
  readonly wrongPins?: number
}

export const SessionPayload = builder.objectRef<SentSession>('SessionPayload').implement({
  description: 'The session, under a secret that is told this once.',
  fields: (t) => ({
    token: t.exposeString('token', {
      nullable: true,
      description: 'The secret, `ss_...`; null where it came as a cookie.',
    }),
    wrongPins: t.int({
      nullable: true,
      description:
        'Of a session by PIN: how many wrong PINs were given for the person since the last right one, at whichever till. Show it: who did not mistype them knows that somebody guesses. Null otherwise.',
      resolve: ({ wrongPins }) => wrongPins ?? null,
    }),
    me: t.field({
      type: Me,
      description: 'Who is signed in, and what is still lacking.',
      resolve: ({ session }) => ({ personId: session.personId, sessionId: session.id }),
    }),
  }),
})

/** The door that the request came to. */
export const doorOf = ({ visit }: ApiContext): StaffDoor => visit.door()

/** Sends the secret by the way that was asked for; by none named, as the calling session's came. */
export function send<Started extends StartedSession>(
  started: Started,
  { visit }: ApiContext,
  transport?: typeof SessionTransport.$inferType,
): Started & SentSession {
  const isByCookie = transport === undefined ? visit.isByCookie : transport === 'COOKIE'
  if (isByCookie) {
    visit.keepCookie(started.secret)
    if (started.deviceProof !== null) visit.keepDeviceProof(started.deviceProof)
  }
  return { ...started, token: isByCookie ? null : started.secret }
}

const SessionCreateInput = builder.inputType('SessionCreateInput', {
  description: 'E-mail and password, or the secret of a link that came by mail.',
  fields: (t) => ({
    email: t.string({ description: 'With the password.' }),
    password: t.string({ description: 'With the e-mail.' }),
    linkSecret: t.string({ description: 'Instead of both: what stands behind the # of the link.' }),
    transport: t.field({
      type: SessionTransport,
      required: true,
      defaultValue: 'TOKEN',
      description: 'How the secret of the session travels.',
    }),
  }),
})

builder.mutationField('sessionCreate', (t) =>
  t.field({
    type: SessionPayload,
    description:
      'Signs somebody in. A wrong password and an e-mail that nobody has are refused alike. After failed attempts the next one has to wait, longer each time; nobody is locked out.',
    errors: { types: [SignInFailedError, SignInDelayedError, LinkNotValidError] },
    args: { input: t.arg({ type: SessionCreateInput, required: true, description: 'Who it is.' }) },
    resolve: async (_root, { input: { transport, ...who } }, context) =>
      send(
        await createSession(verbContext(context), { ...given(who), door: doorOf(context) }),
        context,
        transport,
      ),
  }),
)

const SessionLinkRequestInput = builder.inputType('SessionLinkRequestInput', {
  description: 'Where a link to sign in is to go.',
  fields: (t) => ({
    email: t.string({ required: true, description: 'The e-mail.' }),
    language: t.field({ type: Language, description: 'Language of the letter; Russian when left out.' }),
  }),
})

const SessionLinkRequestPayload = builder
  .objectRef<{ readonly isRequested: boolean }>('SessionLinkRequestPayload')
  .implement({
    description: 'The same for every e-mail.',
    fields: (t) => ({
      isRequested: t.exposeBoolean('isRequested', {
        description: 'Always true: whether somebody has the e-mail is told to nobody.',
      }),
    }),
  })

builder.mutationField('sessionLinkRequest', (t) =>
  t.field({
    type: SessionLinkRequestPayload,
    description: 'Sends a link to sign in, which works once and for 15 minutes, if somebody has this e-mail.',
    errors: { types: [SignInDelayedError, LetterNotSentError] },
    args: {
      input: t.arg({ type: SessionLinkRequestInput, required: true, description: 'Where it goes.' }),
    },
    resolve: async (_root, { input: { email, language } }, context) => {
      const { log, requestId } = context
      await requestSignInLink(verbContext(context), {
        ...{ email, language: languageOf(language), door: doorOf(context) },
        later: (work) =>
          context.later(
            work.catch((error: unknown) => log.error({ requestId, err: error }, 'a link was not sent')),
          ),
      })
      return { isRequested: true }
    },
  }),
)

const StaffAcceptInput = builder.inputType('StaffAcceptInput', {
  description: 'What an invited person answers with.',
  fields: (t) => ({
    linkSecret: t.string({ required: true, description: 'What stands behind the # of the link.' }),
    name: t.string({ required: true, description: 'What others call you.' }),
    password: t.string({
      description: 'Ten characters or more. Left out by who signs in by link, or has a password already.',
    }),
    transport: t.field({
      type: SessionTransport,
      required: true,
      defaultValue: 'TOKEN',
      description: 'How the secret of the session travels.',
    }),
  }),
})

builder.mutationField('staffAccept', (t) =>
  t.field({
    type: SessionPayload,
    description: 'Accepts an invitation with the link of its letter, and signs in.',
    errors: { types: [LinkNotValidError] },
    args: { input: t.arg({ type: StaffAcceptInput, required: true, description: 'The answer.' }) },
    resolve: async (_root, { input: { transport, ...answer } }, context) =>
      send(
        await acceptInvitation(verbContext(context), { ...given(answer), door: doorOf(context) }),
        context,
        transport,
      ),
  }),
)

const SessionEndInput = builder.inputType('SessionEndInput', {
  description: 'A session to end.',
  fields: (t) => ({ id: t.id({ description: 'Id of the session; the calling one when left out.' }) }),
})

const SessionEndPayload = builder
  .objectRef<Awaited<ReturnType<typeof endSession>>>('SessionEndPayload')
  .implement({
    description: 'The session as ended.',
    fields: (t) => ({
      sessionId: t.id({
        description: 'Id of the session.',
        resolve: ({ sessionId }) => encodePublicId('staffSession', sessionId),
      }),
    }),
  })

builder.mutationField('sessionEnd', (t) =>
  t.field({
    type: SessionEndPayload,
    description:
      'Signs out: here or, once the second factor is given, on another device. Every process follows within five seconds.',
    errors: { types: [NotFoundError] },
    args: { input: t.arg({ type: SessionEndInput, required: true, description: 'The session.' }) },
    resolve: async (_root, { input: { id } }, context) => {
      const ended = await endSession(verbContext(context), {
        id: id == null ? null : uuidOf('staffSession', id, ['id']),
      })
      if (id == null) forgetCookie(context)
      return ended
    },
  }),
)

const SessionEndAllInput = builder.inputType('SessionEndAllInput', {
  description: 'Sessions of who is signed in.',
  fields: (t) => ({
    keepThis: t.boolean({
      required: true,
      defaultValue: false,
      description: 'Whether the calling session goes on.',
    }),
  }),
})

const SessionEndAllPayload = builder
  .objectRef<Awaited<ReturnType<typeof endAllSessions>>>('SessionEndAllPayload')
  .implement({
    description: 'What was ended.',
    fields: (t) => ({ ended: t.exposeInt('ended', { description: 'How many sessions.' }) }),
  })

builder.mutationField('sessionEndAll', (t) =>
  t.field({
    type: SessionEndAllPayload,
    description:
      'Signs out everywhere, here too unless it is to be kept. Every process follows within five seconds.',
    errors: { types: [] },
    args: { input: t.arg({ type: SessionEndAllInput, required: true, description: 'All of them.' }) },
    resolve: async (_root, { input }, context) => {
      const ended = await endAllSessions(verbContext(context), input)
      if (!input.keepThis) forgetCookie(context)
      return ended
    },
  }),
)

const PasswordChangeInput = builder.inputType('PasswordChangeInput', {
  description: 'A new password.',
  fields: (t) => ({
    current: t.string({
      description:
        'The password of before; left out where there was none, and within an hour of a link that signed in.',
    }),
    password: t.string({ required: true, description: 'Ten characters or more.' }),
  }),
})

builder.mutationField('passwordChange', (t) =>
  t.field({
    type: SessionPayload,
    description:
      'Sets the password of who is signed in. All other sessions end, and this one goes on under a new secret.',
    errors: {
      types: [SignInFailedError, SignInDelayedError, SecondFactorEnrolledError, SecondFactorStaleError],
    },
    args: { input: t.arg({ type: PasswordChangeInput, required: true, description: 'The password.' }) },
    resolve: async (_root, { input }, context) =>
      send(await changePassword(verbContext(context), { ...given(input), door: doorOf(context) }), context),
  }),
)

function forgetCookie({ visit }: ApiContext): void {
  if (visit.isByCookie) visit.keepCookie(null)
}
