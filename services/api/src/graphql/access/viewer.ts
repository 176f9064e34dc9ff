import { noticeDevice, type Principal } from '@artel/use-cases'
import { verbContext } from '../../context.ts'
import { Coalition } from '../coalition/coalition.ts'
import { Customer } from '../customer/customer.ts'
import { Member } from '../member/member.ts'
import { builder } from '../vocabulary/builder.ts'

const PrincipalKind = builder.enumType('PrincipalKind', {
  description: 'Kinds of callers.',
  values: {
    OPERATOR: { description: 'Runs the deployment.' },
    ADMIN: { description: 'Acts for a coalition.' },
    MEMBER: { description: "A member's own server." },
    PERSON: { description: 'Somebody signed in who acts for nobody yet: see `me`.' },
    TILL: { description: 'A registered till before anybody has signed in there.' },
    CUSTOMER: { description: "A customer on a member's page." },
    ANONYMOUS: { description: 'Nobody in particular.' },
  } as const,
})

const Viewer = builder.objectRef<Principal>('Viewer').implement({
  description: 'Who is calling.',
  fields: (t) => ({
    kind: t.field({
      type: PrincipalKind,
      description: 'Kind of the caller.',
      resolve: ({ kind }) => kind.toUpperCase() as Uppercase<typeof kind>,
    }),
    scopes: t.stringList({
      description: 'What the key or token may do.',
      resolve: (principal) => ('scopes' in principal ? [...principal.scopes].sort() : []),
    }),
    coalition: t.field({
      type: Coalition,
      nullable: true,
      description: "The caller's coalition; null for operators and anonymous callers.",
      resolve: (principal, _args, { loaders }) =>
        'coalitionId' in principal
          ? loaders.coalition({ coalitionId: principal.coalitionId, id: principal.coalitionId })
          : null,
    }),
    member: t.field({
      type: Member,
      nullable: true,
      description:
        "The caller's member: its own for a member, the issuer of the token for a customer; null on the coalition's own page.",
      resolve: (principal, _args, { loaders }) =>
        'memberId' in principal && principal.memberId !== null
          ? loaders.member({ coalitionId: principal.coalitionId, id: principal.memberId })
          : null,
    }),
    customer: t.field({
      type: Customer,
      nullable: true,
      description: 'The customer of a token; null for other callers.',
      resolve: (principal, _args, context) => {
        if (principal.kind !== 'customer' || !principal.scopes.has('wallet:read')) return null
        // Looking waits for no letter about a new device, and is not refused where one cannot be noticed.
        noticeDevice(verbContext(context)).catch((error: unknown) =>
          context.log.error({ err: error, requestId: context.requestId }, 'a device was not noticed'),
        )
        return context.loaders.customer({ coalitionId: principal.coalitionId, id: principal.customerId })
      },
    }),
  }),
})

builder.queryField('viewer', (t) =>
  t.field({
    type: Viewer,
    description: 'Who is calling.',
    resolve: (_root, _args, { principal }) => principal,
  }),
)
