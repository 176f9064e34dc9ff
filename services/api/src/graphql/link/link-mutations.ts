import { MemberNotActiveError, NotFoundError, OwnLinkError } from '@artel/ledger'
import { UTM_NAMES } from '@artel/rules'
import type { Link as LinkRow } from '@artel/store/prisma'
import { archiveLink, bindCustomer, createLink } from '@artel/use-cases'
import { verbContext } from '../../context.ts'
import { CustomerBy, customerBy } from '../customer/customer.ts'
import { builder } from '../vocabulary/builder.ts'
import { clickOf } from '../vocabulary/click.ts'
import { given } from '../vocabulary/given.ts'
import { uuidOf } from '../vocabulary/node-id.ts'
import { Binding } from './binding.ts'
import { Link, UTM_WORDS } from './link.ts'

const LinkPayload = builder.objectRef<{ readonly link: LinkRow }>('LinkPayload').implement({
  description: 'The link as it is now.',
  fields: (t) => ({ link: t.expose('link', { type: Link, description: 'The link.' }) }),
})

const UtmInput = builder.inputType('UtmInput', {
  description: 'Campaign parameters of an address.',
  fields: (t) =>
    Object.fromEntries(UTM_NAMES.map((name) => [name, t.string({ description: UTM_WORDS[name] })])),
})

const LinkCreateInput = builder.inputType('LinkCreateInput', {
  description: 'A link to make.',
  fields: (t) => ({
    memberId: t.id({ description: "Whose customers it brings; the caller's member when left out." }),
    sourceMemberId: t.id({
      description:
        "The member that brings them; the caller's, and for an administrator that of `memberId`, when left out.",
    }),
    sourceAffiliateId: t.id({ description: 'The affiliate that brings them, in place of a member.' }),
    name: t.string({ required: true, description: 'What it is called.' }),
    code: t.string({
      description:
        'A code of your own: 4 letters and digits or more. Look-alikes of codes that are taken are refused. One is made when left out.',
    }),
    targetUrl: t.string({
      description: "Where it leads: on one of the member's pages; the first of them when left out.",
    }),
    utm: t.field({ type: UtmInput, description: 'Campaign parameters that its page is told.' }),
    windowDays: t.int({
      description:
        "Local days that a binding or a click by it counts: 1 to 365; the coalition's when left out.",
    }),
  }),
})

const LinkArchiveInput = builder.inputType('LinkArchiveInput', {
  description: 'A link to archive.',
  fields: (t) => ({ id: t.id({ required: true, description: 'Id of the link.' }) }),
})

const idGiven = <Noun extends 'member' | 'affiliate'>(
  noun: Noun,
  id: string | null | undefined,
  field: string,
) => (id == null ? null : uuidOf(noun, id, [field]))

builder.mutationFields((t) => ({
  linkCreate: t.field({
    type: LinkPayload,
    description: 'Makes a link with a code, by which a source brings customers to a member.',
    errors: { types: [NotFoundError, MemberNotActiveError] },
    args: { input: t.arg({ type: LinkCreateInput, required: true, description: 'The link.' }) },
    resolve: (_root, { input }, context) =>
      createLink(verbContext(context), {
        ...given(input),
        memberId: idGiven('member', input.memberId, 'memberId'),
        sourceMemberId: idGiven('member', input.sourceMemberId, 'sourceMemberId'),
        sourceAffiliateId: idGiven('affiliate', input.sourceAffiliateId, 'sourceAffiliateId'),
      }),
  }),
  linkArchive: t.field({
    type: LinkPayload,
    description:
      'Archives a link: it leads to its page, its code stays taken, and it brings nobody any more. Twice changes nothing.',
    errors: { types: [NotFoundError, MemberNotActiveError] },
    args: { input: t.arg({ type: LinkArchiveInput, required: true, description: 'The link.' }) },
    resolve: (_root, { input }, context) =>
      archiveLink(verbContext(context), { id: uuidOf('link', input.id, ['id']) }),
  }),
}))

const CustomerBindInput = builder.inputType('CustomerBindInput', {
  description: 'A customer to bind to the source of a link, by its code or by the click.',
  fields: (t) => ({
    customer: t.field({ type: CustomerBy, required: true, description: 'Whom.' }),
    code: t.string({ description: 'The code that was typed.' }),
    clickId: t.id({ description: 'The click that the site remembered, `clk_...`; in place of a code.' }),
  }),
})

const CustomerBindPayload = builder
  .objectRef<Awaited<ReturnType<typeof bindCustomer>>>('CustomerBindPayload')
  .implement({
    description: 'The binding that counts now.',
    fields: (t) => ({
      binding: t.expose('binding', { type: Binding, description: 'The binding.' }),
      isNew: t.exposeBoolean('isNew', {
        description: 'false: one that was made before goes on counting.',
      }),
    }),
  })

builder.mutationField('customerBind', (t) =>
  t.field({
    type: CustomerBindPayload,
    description:
      "Binds a customer to the source of a link to the calling member. Whether the binding that stands goes on counting is the coalition's policy.",
    errors: { types: [NotFoundError, MemberNotActiveError, OwnLinkError] },
    args: { input: t.arg({ type: CustomerBindInput, required: true, description: 'Whom, and by what.' }) },
    resolve: (_root, { input }, context) =>
      bindCustomer(verbContext(context), {
        ...given(input),
        customer: customerBy(input.customer),
        clickId: clickOf(input.clickId),
      }),
  }),
)
