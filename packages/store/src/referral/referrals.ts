import type pg from 'pg'
import { type NewReferral, referralDigest } from './referral-digest.ts'

/** What stands between a customer and being brought by another. */
export interface ReferralFacts {
  /** Both are one person: the same customer, or one that was merged into the other. */
  readonly isSelf: boolean
  readonly isOfHousehold: boolean
  readonly hasSamePhone: boolean
  readonly hasSameCard: boolean
  /** The friend was brought already, or one who was merged into it. */
  readonly isBrought: boolean
  /** The friend brought the referrer. */
  readonly broughtReferrer: boolean
  readonly hasBought: boolean
}

/** Customers who are the same person as `$n`: itself, who was merged into it, and who it was merged into. */
const same = (n: number) => `(select s.customer_id, s.household_id, s.phone, s.email from customer x
    join customer s on s.coalition_id = $1 and (s.customer_id = coalesce(x.merged_into_id, x.customer_id)
      or s.merged_into_id = coalesce(x.merged_into_id, x.customer_id))
    where x.coalition_id = $1 and x.customer_id = $${n})`

/** Reads it; the caller holds the friend. */
export async function referralFacts(
  client: Pick<pg.ClientBase, 'query'>,
  asked: { readonly coalitionId: string; readonly friendId: string; readonly referrerId: string },
): Promise<ReferralFacts> {
  const { rows } = await client.query<ReferralFacts>({
    name: 'artel_referral_facts',
    text: `with friend as materialized ${same(2)}, referrer as materialized ${same(3)}
      select exists (select from friend f join referrer w on w.customer_id = f.customer_id) as "isSelf",
        exists (select from friend f join referrer w on w.household_id = f.household_id) as "isOfHousehold",
        exists (select from friend f join referrer w on w.phone = f.phone or w.email = f.email) as "hasSamePhone",
        exists (select from friend f join card k on k.coalition_id = $1 and k.customer_id = f.customer_id
          join card o on o.coalition_id = $1 and o.number = k.number
          join referrer w on w.customer_id = o.customer_id) as "hasSameCard",
        exists (select from friend f join referral r on r.coalition_id = $1 and r.friend_id = f.customer_id) as "isBrought",
        exists (select from referrer w join referral r on r.coalition_id = $1 and r.friend_id = w.customer_id
          join friend f on f.customer_id = r.referrer_id) as "broughtReferrer",
        exists (select from friend f join purchase p on p.coalition_id = $1 and p.customer_id = f.customer_id) as "hasBought"`,
    values: [asked.coalitionId, asked.friendId, asked.referrerId],
  })
  const [facts] = rows
  if (!facts) throw new Error('A select without a table answers one row')
  return facts
}

/** Writes a referral, in the caller's transaction. */
export async function addReferral(
  client: Pick<pg.ClientBase, 'query'>,
  coalitionId: string,
  referral: NewReferral,
): Promise<void> {
  const { friendId, referrerId, memberId, via, boundAt } = referral
  await client.query({
    name: 'artel_add_referral',
    text: `insert into referral (coalition_id, friend_id, referrer_id, member_id, via, bound_at, digest)
      values ($1, $2, $3, $4, $5, $6, $7)`,
    values: [
      ...[coalitionId, friendId, referrerId, memberId, via, boundAt.toISOString()],
      referralDigest(coalitionId, referral),
    ],
  })
}

/** A customer that may not be held, for it is closed; undefined: there is none. */
export async function closedCustomer(
  client: Pick<pg.ClientBase, 'query'>,
  { coalitionId, customerId }: { readonly coalitionId: string; readonly customerId: string },
): Promise<{ readonly mergedIntoId: string | null } | undefined> {
  const { rows } = await client.query<{ mergedIntoId: string | null }>({
    name: 'artel_closed_customer',
    text: `select merged_into_id as "mergedIntoId" from customer where coalition_id = $1 and customer_id = $2`,
    values: [coalitionId, customerId],
  })
  return rows[0]
}
