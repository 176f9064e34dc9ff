import { MemberNotActiveError, NotFoundError } from '@artel/ledger'
import { createWidgetSession } from '@artel/use-cases'
import { verbContext } from '../../context.ts'
import { CustomerBy, customerBy } from '../customer/customer.ts'
import { builder } from '../vocabulary/builder.ts'
import { given } from '../vocabulary/given.ts'

const WidgetSessionCreateInput = builder.inputType('WidgetSessionCreateInput', {
  description: "A short token for a customer's browser.",
  fields: (t) => ({
    customer: t.field({ type: CustomerBy, required: true, description: 'Whose session it is.' }),
    origin: t.string({ description: "The page's origin; must be one of the member's allowed origins." }),
    maxPoints: t.field({
      type: 'Points',
      description: 'Most points that are held and captured under this session, all its holds together.',
    }),
    ttlSeconds: t.int({
      required: true,
      defaultValue: 600,
      description: 'Lifetime in seconds, 600 at most.',
    }),
  }),
})

const WidgetSessionCreatePayload = builder
  .objectRef<Awaited<ReturnType<typeof createWidgetSession>>>('WidgetSessionCreatePayload')
  .implement({
    description: 'The session.',
    fields: (t) => ({
      token: t.exposeString('token', {
        description: 'The token, to be sent as "Authorization: Bearer <token>".',
      }),
      expiresAt: t.expose('expiresAt', { type: 'DateTime', description: 'When it ends.' }),
    }),
  })

builder.mutationField('widgetSessionCreate', (t) =>
  t.field({
    type: WidgetSessionCreatePayload,
    description:
      "Signs a short token with which a customer's browser reads its wallet, holds its points and changes what is its own (`wallet:write`), each only if the calling key may.",
    errors: { types: [NotFoundError, MemberNotActiveError] },
    args: { input: t.arg({ type: WidgetSessionCreateInput, required: true, description: 'The session.' }) },
    resolve: (_root, { input }, context) =>
      createWidgetSession(verbContext(context), {
        ...given(input),
        customer: customerBy(input.customer),
        sessionKey: context.sessionKey,
      }),
  }),
)
