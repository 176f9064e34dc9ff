import { encodePublicId, type Principal } from '@artel/use-cases'
import { seesAffairsOf, visibleTo } from '../../auth/visible.ts'
import type { ApiContext } from '../../context.ts'
import type { Act } from '../../loaders/loaders.ts'
import { builder } from '../vocabulary/builder.ts'

/** Who was signed in when a sale, a refund or a hold was recorded. */
export const ActingPerson = builder.objectRef<Act>('ActingPerson').implement({
  description: 'Who was signed in when something was recorded, and at which till.',
  fields: (t) => ({
    personId: t.id({
      description: 'Id of the person.',
      resolve: ({ personId }) => encodePublicId('person', personId),
    }),
    name: t.string({
      nullable: true,
      description:
        'What others call the person. For who may list people, and for the person; null for others, and when it has said nothing.',
      resolve: ({ personId, person }, _args, { principal }) =>
        namesColleague(principal, personId) ? person.name : null,
    }),
    tillId: t.id({
      nullable: true,
      description: 'Id of the till; null for who signed in by e-mail.',
      resolve: ({ tillId }) => tillId && encodePublicId('till', tillId),
    }),
    tillName: t.string({
      nullable: true,
      description: 'What the member calls the till. For who may list tills.',
      resolve: ({ till }, _args, { principal }) => (visibleTo(principal).till && till ? till.name : null),
    }),
  }),
})

/** Whether somebody of the place that the principal acts for is called by name: as whoever may list people sees it, and oneself. */
const namesColleague = (principal: Principal, personId: string): boolean =>
  visibleTo(principal).staffGrant !== null || ('personId' in principal && principal.personId === personId)

/** A row that somebody may have recorded who was signed in. */
interface Recorded {
  readonly coalitionId: string
  readonly memberId: string
  readonly id: string
}

export const RECORDED_BY = {
  type: ActingPerson,
  nullable: true,
  description:
    "Who was signed in and recorded it, by ids. For the member and administrators; null for others, and for what a member's server recorded.",
  resolve: async (
    { coalitionId, memberId, id }: Recorded,
    _args: object,
    { principal, loaders }: ApiContext,
  ) =>
    seesAffairsOf(principal, { coalitionId, id: memberId })
      ? ((await loaders.actOf({ coalitionId, id })) ?? null)
      : null,
} as const
