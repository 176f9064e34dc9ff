import {
  ConfirmationUnavailableError,
  NotFoundError,
  Refusal,
  SignInCodeWrongError,
  SignInDelayedError,
} from '@artel/ledger'
import {
  createCustomerToken,
  findHostedCoalition,
  requestCustomerSignIn,
  type SignedInDevice,
  signInCustomer,
  signOutCustomer,
} from '@artel/use-cases'
import { type ApiContext, originOf, storeOf, verbContext } from '../../context.ts'
import { Language, languageOf } from '../staff/person.ts'
import { doorOf } from '../staff/session.ts'
import { builder } from '../vocabulary/builder.ts'

const COALITION = 'The coalition: its handle, or its id.'

/** Tells the watch of a refusal, in the log of the coalition that it was at. */
async function watched<Result>(
  context: ApiContext,
  {
    act,
    coalition,
  }: { readonly act: 'customerSignIn' | 'customerSignInRequest'; readonly coalition: string },
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Refusal && !(error instanceof NotFoundError)) {
      const found = await findHostedCoalition(storeOf(context), coalition)
      const from = originOf(context)
      if (found) context.watchSignIns.wasRefused({ act, coalitionId: found.id, from, code: error.code })
    }
    throw error
  }
}

const CustomerSignInRequestInput = builder.inputType('CustomerSignInRequestInput', {
  description: "Where a code to sign in to a coalition's page is to go.",
  fields: (t) => ({
    coalition: t.string({ required: true, description: COALITION }),
    phone: t.string({ required: true, description: 'The telephone number of the customer.' }),
    language: t.field({
      type: Language,
      description: "Language of the message; the coalition's first one when left out.",
    }),
  }),
})

const CustomerSignInRequestPayload = builder
  .objectRef<{ readonly isRequested: boolean }>('CustomerSignInRequestPayload')
  .implement({
    description: 'The same for every phone.',
    fields: (t) => ({
      isRequested: t.exposeBoolean('isRequested', {
        description: 'Always true: whether a customer has the phone is told to nobody.',
      }),
    }),
  })

builder.mutationField('customerSignInRequest', (t) =>
  t.field({
    type: CustomerSignInRequestPayload,
    description:
      "Sends a code to sign in to the coalition's own page, which works for ten minutes, if a customer has this phone. One a minute, five an hour, ten a day; what is asked for beyond is not sent.",
    errors: { types: [NotFoundError, SignInDelayedError, ConfirmationUnavailableError] },
    args: {
      input: t.arg({ type: CustomerSignInRequestInput, required: true, description: 'Where it goes.' }),
    },
    resolve: async (_root, { input: { coalition, phone, language } }, context) => {
      const { log, requestId } = context
      await watched(context, { act: 'customerSignInRequest', coalition }, () =>
        requestCustomerSignIn(verbContext(context), {
          ...{ coalition, phone, language: language ? languageOf(language) : null, door: doorOf(context) },
          later: (work) =>
            context.later(
              work.catch((error: unknown) => log.error({ requestId, err: error }, 'a code was not sent')),
            ),
        }),
      )
      return { isRequested: true }
    },
  }),
)

const CustomerSignInInput = builder.inputType('CustomerSignInInput', {
  description: 'A phone, and the code that was sent there.',
  fields: (t) => ({
    coalition: t.string({ required: true, description: COALITION }),
    phone: t.string({ required: true, description: 'The telephone number of the customer.' }),
    code: t.string({ required: true, description: 'The six digits of the code.' }),
  }),
})

/** A token of the page, where somebody is signed in there. */
interface SentToken {
  readonly token: { readonly token: string; readonly expiresAt: Date } | null
  readonly devices: readonly SignedInDevice[]
}

const CustomerSessionDevice = builder.objectRef<SignedInDevice>('CustomerSessionDevice').implement({
  description: "A device on which the customer is signed in to the coalition's page.",
  fields: (t) => ({
    device: t.exposeString('device', { description: 'Browser and system in a few words.' }),
    network: t.exposeString('network', { description: 'Network that it came from, without its last part.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was signed in.' }),
    lastSeenAt: t.expose('lastSeenAt', { type: 'DateTime', description: 'When it was last used.' }),
    isThis: t.exposeBoolean('isThis', { description: 'Whether it is the one that asks.' }),
  }),
})

const CustomerTokenPayload = builder.objectRef<SentToken>('CustomerTokenPayload').implement({
  description:
    "What the elements of the coalition's page work with. The session itself is in an HttpOnly cookie.",
  fields: (t) => ({
    token: t.string({
      nullable: true,
      description:
        'A token of ten minutes that reads and changes the wallet of the customer, to be sent as "Authorization: Bearer <token>" from the deployment\'s own pages; null where nobody is signed in.',
      resolve: ({ token }) => token?.token ?? null,
    }),
    expiresAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When the token ends; null where nobody is signed in.',
      resolve: ({ token }) => token?.expiresAt ?? null,
    }),
    devices: t.expose('devices', {
      type: [CustomerSessionDevice],
      description:
        'Where the customer is signed in, the last used first, 20 at most. Empty right after signing in.',
    }),
  }),
})

builder.mutationField('customerSignIn', (t) =>
  t.field({
    type: CustomerTokenPayload,
    description:
      "Signs a customer in to the coalition's own page by phone and code, with an HttpOnly cookie of this answer: calls send the header Artel-CSRF: 1 with it. A wrong code and a phone that nobody has are refused alike. After failed attempts the next one has to wait.",
    errors: { types: [NotFoundError, SignInCodeWrongError, SignInDelayedError] },
    args: { input: t.arg({ type: CustomerSignInInput, required: true, description: 'Who it is.' }) },
    resolve: async (_root, { input }, context) => {
      const { sessionKey, visit } = context
      const { coalition } = input
      const { coalitionId, secret, token } = await watched(
        context,
        { act: 'customerSignIn', coalition },
        () => signInCustomer(verbContext(context), { ...input, door: doorOf(context), sessionKey }),
      )
      visit.customerCookie.keep(coalitionId, secret)
      return { token, devices: [] }
    },
  }),
)

const CustomerTokenCreateInput = builder.inputType('CustomerTokenCreateInput', {
  description: 'At which page.',
  fields: (t) => ({ coalition: t.string({ required: true, description: COALITION }) }),
})

builder.mutationField('customerTokenCreate', (t) =>
  t.field({
    type: CustomerTokenPayload,
    description:
      "Turns the cookie of a customer who is signed in to the coalition's own page into a short token. Counts only with the header Artel-CSRF and from the deployment's own origin.",
    errors: { types: [NotFoundError] },
    args: { input: t.arg({ type: CustomerTokenCreateInput, required: true, description: 'Where.' }) },
    resolve: async (_root, { input: { coalition } }, context) => {
      const { sessionKey, visit } = context
      const { coalitionId, token, secret, devices } = await createCustomerToken(verbContext(context), {
        ...{ coalition, door: doorOf(context), sessionKey },
        secretOf: (id) => visit.customerCookie.read(id),
      })
      if (secret !== null || token === null) visit.customerCookie.keep(coalitionId, secret)
      return { token, devices }
    },
  }),
)

const CustomerSignOutInput = builder.inputType('CustomerSignOutInput', {
  description: 'At which page, and on which devices.',
  fields: (t) => ({
    coalition: t.string({ required: true, description: COALITION }),
    everywhere: t.boolean({
      required: true,
      defaultValue: false,
      description: 'Whether on every device of the customer.',
    }),
  }),
})

const CustomerSignOutPayload = builder
  .objectRef<{ readonly ended: number }>('CustomerSignOutPayload')
  .implement({
    description: 'What ended.',
    fields: (t) => ({
      ended: t.exposeInt('ended', { description: 'How many sessions; 0 where nobody was signed in.' }),
    }),
  })

builder.mutationField('customerSignOut', (t) =>
  t.field({
    type: CustomerSignOutPayload,
    description:
      "Signs the customer of the cookie out of the coalition's own page. The tokens of the session end with it, within five seconds.",
    errors: { types: [NotFoundError] },
    args: { input: t.arg({ type: CustomerSignOutInput, required: true, description: 'What ends.' }) },
    resolve: async (_root, { input: { coalition, everywhere } }, context) => {
      const { visit } = context
      const { coalitionId, ended } = await signOutCustomer(verbContext(context), {
        ...{ coalition, everywhere },
        secretOf: (id) => visit.customerCookie.read(id),
      })
      visit.customerCookie.keep(coalitionId, null)
      return { ended }
    },
  }),
)
