import type pg from 'pg'
import { uuidArray } from '../wire/binary-array.ts'

/** Of whom, by the raw ids of customers, and how many rows of each at most. */
interface Firsts {
  readonly coalitionId: string
  readonly customerIds: readonly string[]
  /** The rows of this member alone; null: of all. */
  readonly memberId: string | null
  readonly first: number
}

type Ids = ReadonlyMap<string, readonly string[]>

/** Ids of the first open lots of each customer, in the order in which they will be spent: one query for any number of customers. */
export async function firstOpenLots({ pool }: { readonly pool: pg.Pool }, asked: Firsts): Promise<Ids> {
  return idsBy(pool, 'artel_first_open_lots', asked, {
    text: `select x.id as "customerId", l.lot_id as id from unnest($2::uuid[]) x(id)
      cross join lateral (select l.lot_id, l.expires_at, l.issued_at from lot l
        where l.coalition_id = $1 and l.customer_id = x.id and l.open and ($3::uuid is null or l.issuer_id = $3)
        order by l.expires_at nulls last, l.issued_at, l.lot_id limit $4) l
      order by x.id, l.expires_at nulls last, l.issued_at, l.lot_id`,
  })
}

/** Ids of the newest open holds of each customer. */
export async function firstOpenHolds({ pool }: { readonly pool: pg.Pool }, asked: Firsts): Promise<Ids> {
  return idsBy(pool, 'artel_first_open_holds', asked, {
    text: `select x.id as "customerId", h.hold_id as id from unnest($2::uuid[]) x(id)
      cross join lateral (select h.hold_id from hold h
        where h.coalition_id = $1 and h.customer_id = x.id and h.status = 'OPEN' and ($3::uuid is null or h.member_id = $3)
        order by h.hold_id desc limit $4) h
      order by x.id, h.hold_id desc`,
  })
}

/** Ids of the first others of each customer's household. */
export async function firstOfHouseholds(
  { pool }: { readonly pool: pg.Pool },
  asked: Omit<Firsts, 'memberId'>,
): Promise<Ids> {
  return idsBy(
    pool,
    'artel_first_of_households',
    { ...asked, memberId: null },
    {
      // Said of $3 so that the four arguments are those of the others.
      text: `select x.id as "customerId", o.customer_id as id from unnest($2::uuid[]) x(id)
      join customer c on c.coalition_id = $1 and c.customer_id = x.id and c.household_id is not null and $3::uuid is null
      cross join lateral (select o.customer_id from customer o
        where o.coalition_id = $1 and o.household_id = c.household_id and o.customer_id <> x.id and o.status = 'ACTIVE'
        order by o.customer_id limit $4) o
      order by x.id, o.customer_id`,
    },
  )
}

async function idsBy(
  pool: pg.Pool,
  name: string,
  { coalitionId, customerIds, memberId, first }: Firsts,
  { text }: { readonly text: string },
): Promise<Ids> {
  const values = [coalitionId, uuidArray(customerIds, (id) => id), memberId, first]
  const { rows } = await pool.query<{ customerId: string; id: string }>({ name, text, values })
  const found = new Map<string, string[]>()
  for (const { customerId, id } of rows) {
    const ids = found.get(customerId)
    if (ids) ids.push(id)
    else found.set(customerId, [id])
  }
  return found
}
