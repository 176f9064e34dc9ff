import { encodePublicId, type PublicIdNoun } from '@artel/use-cases'
import { Member } from '../member/member.ts'
import { builder } from '../vocabulary/builder.ts'
import { present } from '../vocabulary/present.ts'
import { SourceKind } from '../vocabulary/source.ts'

/** Who brings customers, as rows name them. */
export interface SourceShape {
  readonly coalitionId: string
  readonly sourceKind: string
  readonly sourceId: string
}

const NOUNS: Readonly<Record<string, PublicIdNoun>> = {
  MEMBER: 'member',
  AFFILIATE: 'affiliate',
  CUSTOMER: 'customer',
}

export const LinkSource = builder.objectRef<SourceShape>('LinkSource').implement({
  description: 'Who brings customers.',
  fields: (t) => ({
    kind: t.field({
      type: SourceKind,
      description: 'What kind of source it is.',
      resolve: ({ sourceKind }) => sourceKind as typeof SourceKind.$inferType,
    }),
    id: t.id({
      description: 'Public id of the member, the affiliate or the customer.',
      resolve: ({ sourceKind, sourceId }) => encodePublicId(NOUNS[sourceKind] ?? 'member', sourceId),
    }),
    member: t.field({
      type: Member,
      nullable: true,
      description: 'The member that it is; null for the others.',
      resolve: async ({ coalitionId, sourceKind, sourceId: id }, _args, { loaders }) =>
        sourceKind === 'MEMBER' ? present(await loaders.member({ coalitionId, id })) : null,
    }),
  }),
})
