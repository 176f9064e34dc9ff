import { addClicks, newId } from '@artel/store'
import type { Link } from '@artel/store/prisma'
import { type CreateLinkInput, createLink } from '../link/create-link.ts'
import type { BuiltCoalition } from './a-coalition.ts'

/** A link to a member, by an administrator. The member itself is the source unless a handle is given. */
export async function aLink(
  town: BuiltCoalition,
  { to, from = to, ...input }: Partial<CreateLinkInput> & { readonly to: string; readonly from?: string },
): Promise<Link> {
  const source = input.sourceAffiliateId == null ? { sourceMemberId: town.member(from).id } : {}
  const ends = { memberId: town.member(to).id, ...source }
  const { link } = await createLink(town.adminContext, { name: 'Poster', ...ends, ...input })
  return link
}

/** A click of a link that is written down already. Its raw UUID. */
export async function aClick(
  town: BuiltCoalition,
  link: Pick<Link, 'id'>,
  { kind = 'HUMAN', daysAgo = 0 }: { readonly kind?: 'HUMAN' | 'BOT'; readonly daysAgo?: number } = {},
): Promise<string> {
  const id = newId()
  const seen = { visitor: id.replaceAll('-', ''), userAgent: 'Mozilla/5.0', utm: null, referrerHost: null }
  // Some seconds before what is done next.
  const ageMs = daysAgo * 86_400_000 + 2_000
  await addClicks(town.store, [{ coalitionId: town.id, id, linkId: link.id, ageMs, kind, ...seen }])
  return id
}
