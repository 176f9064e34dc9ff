import type pg from 'pg'
import { withLongTimeout } from '../pool/open-pool.ts'

/** A customer that is enrolled by an import, and all that is written down with it. */
export interface ImportedCustomer {
  readonly id: string
  readonly name: string
  readonly phone: string | null
  readonly email: string | null
  /** ISO date. */
  readonly birthDate: string | null
  readonly reference: string | null
  readonly cardNumber: string
  readonly words: readonly { readonly kind: string; readonly word: string }[]
  readonly consentId: string
  readonly consentVersion: string
  /** SHA-256 of the text where the coalition has published it. */
  readonly consentHash: string | null
  readonly consentAt: Date
  readonly eventId: string
}

/** Who enrols, and how it is written down. */
interface Enrolling {
  readonly coalitionId: string
  readonly memberId: string
  readonly recordedBy: 'MEMBER' | 'COALITION'
  readonly recordedById: string
  readonly now: Date
}

/**
 * Enrols many customers, each with its account, card, words, consent and event: a statement a table. Fails as the database does for a value that
 * is taken. No occasion is made of it: who was a customer before is no newcomer that rules welcome.
 */
export async function addImportedCustomers(
  client: pg.ClientBase,
  { coalitionId, memberId, recordedBy, recordedById, now }: Enrolling,
  customers: readonly ImportedCustomer[],
): Promise<void> {
  const run = (text: string, values: unknown[]) => client.query(withLongTimeout({ text, values }))
  const ids = customers.map(({ id }) => id)
  const versions = customers.map(({ consentVersion }) => consentVersion)
  const agreed = customers.map(({ consentAt }) => consentAt)
  await run(
    `insert into customer (coalition_id, customer_id, name, phone, email, birth_date, status, enrolled_by_id, consent_version,
        consent_at, created_at)
      select $1, x.id, x.name, x.phone, x.email, x.born, 'ACTIVE', $2, x.version, x.agreed, $3
      from unnest($4::uuid[], $5::text[], $6::text[], $7::text[], $8::date[], $9::text[], $10::timestamptz[])
        x(id, name, phone, email, born, version, agreed)`,
    [
      ...[coalitionId, memberId, now, ids, customers.map(({ name }) => name)],
      ...[customers.map(({ phone }) => phone), customers.map(({ email }) => email)],
      ...[customers.map(({ birthDate }) => birthDate), versions, agreed],
    ],
  )
  await run(
    'insert into customer_account (coalition_id, customer_id) select $1, x.id from unnest($2::uuid[]) x(id)',
    [coalitionId, ids],
  )
  await run(
    `insert into card (coalition_id, number, customer_id, status, issued_at)
      select $1, x.number, x.id, 'ACTIVE', $2 from unnest($3::text[], $4::uuid[]) x(number, id)`,
    [coalitionId, now, customers.map(({ cardNumber }) => cardNumber), ids],
  )
  const words = customers.flatMap(({ id, words: own }) => own.map((word) => ({ id, ...word })))
  await run(
    `insert into customer_word (coalition_id, kind, word, customer_id)
      select $1, x.kind, x.word, x.id from unnest($2::text[], $3::text[], $4::uuid[]) x(kind, word, id)`,
    [coalitionId, words.map(({ kind }) => kind), words.map(({ word }) => word), words.map(({ id }) => id)],
  )
  await run(
    `insert into consent (coalition_id, consent_id, customer_id, purpose, given, text_version, text_hash, source, member_id,
        recorded_by, recorded_by_id, happened_at, recorded_at)
      select $1, x.consent, x.id, 'PERSONAL_DATA', true, x.version, x.hash, 'IMPORT', $2, $3, $4, x.agreed, $5
      from unnest($6::uuid[], $7::uuid[], $8::text[], $9::text[], $10::timestamptz[]) x(consent, id, version, hash, agreed)`,
    [
      ...[coalitionId, memberId, recordedBy, recordedById, now],
      ...[customers.map(({ consentId }) => consentId), ids, versions],
      ...[customers.map(({ consentHash }) => consentHash), agreed],
    ],
  )
  await run(
    `insert into outbox (coalition_id, event_id, kind, subject_id, payload, created_at)
      select $1, x.event, 'customer.enrolled', x.id, jsonb_build_object('customerId', x.id, 'memberId', $2::uuid), $3
      from unnest($4::uuid[], $5::uuid[]) x(event, id)`,
    [coalitionId, memberId, now, customers.map(({ eventId }) => eventId), ids],
  )
  await addCustomerReferences(
    client,
    { coalitionId, memberId },
    customers.flatMap(({ id: customerId, reference }) =>
      reference === null ? [] : [{ customerId, reference }],
    ),
  )
}

/** Keeps a member's own names of customers, but for those who were erased or merged since they were looked up. */
export async function addCustomerReferences(
  client: pg.ClientBase,
  { coalitionId, memberId }: Pick<Enrolling, 'coalitionId' | 'memberId'>,
  references: readonly { readonly customerId: string; readonly reference: string }[],
): Promise<void> {
  if (references.length === 0) return
  await client.query(
    withLongTimeout({
      text: `insert into customer_reference (coalition_id, member_id, reference, customer_id)
        select $1, $2, x.reference, x.id from unnest($3::text[], $4::uuid[]) x(reference, id)
        join customer c on c.coalition_id = $1 and c.customer_id = x.id and c.status = 'ACTIVE'
        for share of c`,
      values: [
        ...[coalitionId, memberId, references.map(({ reference }) => reference)],
        references.map(({ customerId }) => customerId),
      ],
    }),
  )
}
