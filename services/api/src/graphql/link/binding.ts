import { builder } from '../vocabulary/builder.ts'
import { BindingVia } from '../vocabulary/source.ts'
import { Link } from './link.ts'
import { LinkSource } from './link-source.ts'
import { ownLinkOf } from './own-link-of.ts'

/** A binding as verbs and rows have it. */
export interface BindingShape {
  readonly coalitionId: string
  readonly memberId: string
  readonly linkId: string
  readonly sourceKind: string
  readonly sourceId: string
  readonly via: string
  readonly boundAt: Date
  readonly endsAt: Date
}

export const Binding = builder.objectRef<BindingShape>('Binding').implement({
  description: 'That a source brought a customer to a member, and until when it counts.',
  fields: (t) => ({
    source: t.field({ type: LinkSource, description: 'Who brought the customer.', resolve: (one) => one }),
    link: t.field({
      type: Link,
      nullable: true,
      description: 'By which link; null for who may not see it.',
      resolve: ({ coalitionId, linkId }, _args, context) => ownLinkOf(context, { coalitionId, id: linkId }),
    }),
    via: t.field({
      type: BindingVia,
      description: 'How.',
      resolve: ({ via }) => via as typeof BindingVia.$inferType,
    }),
    boundAt: t.expose('boundAt', { type: 'DateTime', description: 'When.' }),
    endsAt: t.expose('endsAt', {
      type: 'DateTime',
      description: 'The first instant at which it counts no more.',
    }),
  }),
})
