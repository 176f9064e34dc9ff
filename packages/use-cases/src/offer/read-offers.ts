import { createHash } from 'node:crypto'
import { isOffered, type OfferViewer, type RuleVersion } from '@artel/rules'
import { groupsOfCustomers } from '@artel/store'
import type { Context } from '../access/principal.ts'
import { checkInteger } from '../input/text.ts'
import { coalitionOfPage } from '../partner/coalition-of-page.ts'
import { loadActiveMembers, loadOfferedRules, type OfferedVersion } from '../terms/public-lists.ts'

export interface ReadOffersInput {
  /** Raw UUID of the member whose page it is: whoever has no coalition must name it. */
  readonly memberId?: string | null
  /** Raw UUID of the rule that the page before ended with. */
  readonly after?: string | null
  /** 1 to 101: a page, and one more to see whether there is another. */
  readonly limit: number
}

/** A rule that holds today, as customers read of it. */
export interface Offer {
  readonly coalitionId: string
  readonly rule: RuleVersion
  /** Whose it is; null: the coalition's. */
  readonly memberId: string | null
  /** The members at whose sales it gives, raw UUIDs; null: all of the coalition. */
  readonly at: readonly string[] | null
  /** The members that take the voucher which it gives; empty where it gives none. */
  readonly takenAt: readonly string[]
}

/**
 * What rules give today, newest first, for everybody; null where the member that names the coalition is none. A customer reads what
 * it may use; everybody else what any customer may. Rules of members that are not ACTIVE are left out, and so are such members of a
 * rule's places. Throws InvalidInputError.
 */
export async function readOffers(
  context: Context,
  { memberId, after, limit }: ReadOffersInput,
): Promise<readonly Offer[] | null> {
  const { store } = context
  const most = checkInteger(['first'], limit, { min: 1, max: 101 })
  const coalitionId = await coalitionOfPage(context, memberId)
  if (coalitionId === null) return null
  const [members, rules] = await Promise.all([
    loadActiveMembers(store, coalitionId),
    loadOfferedRules(store, coalitionId),
  ])
  const active = new Set(members.map(({ member }) => member.id))
  const viewer = await viewerOf(context, rules)
  return rules
    .filter(({ rule }) => (after == null || rule.ruleId < after) && isOffered(rule, viewer, sha256))
    .flatMap((offered) => offerAmong(active, coalitionId, offered) ?? [])
    .slice(0, most)
}

/** The offer with the places that are open; undefined where none is left. */
function offerAmong(
  active: ReadonlySet<string>,
  coalitionId: string,
  { rule, memberId }: OfferedVersion,
): Offer | undefined {
  const open = (ids: readonly string[]) => ids.filter((id) => active.has(id))
  const at = memberId === null ? (rule.at ? open(rule.at) : null) : open([memberId])
  const voucher = rule.give.find((effect) => effect.kind === 'VOUCHER')
  const takenAt = voucher ? open(voucher.at) : []
  if (at?.length === 0 || (voucher && takenAt.length === 0)) return undefined
  return { coalitionId, rule, memberId, at, takenAt }
}

/** The customer of a token with its segments, of those that rules name; null for everybody else. */
async function viewerOf(
  { store, principal }: Context,
  rules: readonly OfferedVersion[],
): Promise<OfferViewer | null> {
  if (principal.kind !== 'customer') return null
  const { coalitionId, customerId } = principal
  const groupIds = new Set(rules.flatMap(({ rule }) => rule.if.segments?.map(({ id }) => id) ?? []))
  const groups = await groupsOfCustomers(store, {
    ...{ coalitionId, customerIds: [customerId] },
    groupIds: [...groupIds],
  })
  return { customerId, segments: groups.get(customerId) ?? new Set() }
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
