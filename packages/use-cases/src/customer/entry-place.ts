import type { Entry, Prisma } from '@artel/store/prisma'

/** What has to be read with an entry to know where it happened. */
export const WITH_SELLER = {
  purchase: { select: { memberId: true } },
  refund: { select: { memberId: true } },
} as const satisfies Prisma.EntryInclude

/** An entry, and the seller of the sale or refund that it belongs to. */
export type PlacedEntry = Pick<Entry, 'memberId'> & {
  readonly purchase?: { readonly memberId: string } | null
  readonly refund?: { readonly memberId: string } | null
}

/** Where an entry happened: at the seller, whoever paid for the points; else at its member. Null for expiry. */
export const placeOf = ({ purchase, refund, memberId }: PlacedEntry): string | null =>
  purchase?.memberId ?? refund?.memberId ?? memberId

const elsewhere = (memberId: string) => ({ is: { memberId: { not: memberId } } })

/** Entries that happened at a member. One that only paid for a rule learns its sums elsewhere, and no customer. */
export const entriesAt = (memberId: string): Prisma.EntryWhereInput => ({
  OR: [
    // Not `is: null`: a document that is neither a purchase nor a refund has an id all the same.
    { memberId, NOT: [{ purchase: elsewhere(memberId) }, { refund: elsewhere(memberId) }] },
    { purchase: { is: { memberId } } },
    { refund: { is: { memberId } } },
  ],
})
