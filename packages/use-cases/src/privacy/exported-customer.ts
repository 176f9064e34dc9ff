import { writtenReferralCode, writtenVoucherCode } from '@artel/rules'
import { placeOf } from '../customer/entry-place.ts'
import { encodePublicId } from '../ids/public-id.ts'
import { maskedEmail, maskedPhone } from '../input/masked-contact.ts'
import type { HeldOnCustomer } from './read-held.ts'

/** The name of the format. Fields may be added under it; what changes its meaning gets the next number. */
export const EXPORT_FORMAT = 'artel.customer-export/1' as const

/** Points, and money in minor units, are decimal strings; instants are UTC; ids are public. */
export type ExportedCustomer = ReturnType<typeof exportedCustomer>

/** How what is held on a customer is handed to them. */
export function exportedCustomer(
  held: HeldOnCustomer,
  head: {
    readonly format: typeof EXPORT_FORMAT
    readonly exportedAt: Date
    readonly complete: boolean
    readonly customerId: string
  },
) {
  const { customer, merged, others } = held
  const { coalition, account, cards, references, vehicles } = customer
  return {
    format: head.format,
    exportedAt: head.exportedAt.toISOString(),
    complete: head.complete,
    coalition: { ...coalition, id: encodePublicId('coalition', coalition.id) },
    profile: {
      id: head.customerId,
      ...personOf(held, customer),
      status: customer.status,
      enrolledAt: customer.createdAt.toISOString(),
      enrolledBy: memberOf(held, customer.enrolledById),
      mergedFrom: merged.map((one) => ({ id: encodePublicId('customer', one.id), ...personOf(held, one) })),
    },
    cards: cards.map(({ number, status, issuedAt }) => ({
      number,
      status,
      issuedAt: issuedAt.toISOString(),
    })),
    references: references.map(({ memberId, reference }) => ({
      member: memberOf(held, memberId),
      reference,
    })),
    vehicles: vehicles.map(({ plate, make, mileageKm, mileageAt, addedAt }) => ({
      ...{ plate, make, mileageKm, mileageAt: mileageAt?.toISOString() ?? null },
      addedAt: addedAt.toISOString(),
    })),
    household: { others },
    points: {
      balance: String(account?.posted ?? 0n),
      reserved: String(account?.reserved ?? 0n),
      elsewhere: String(held.elsewhere),
      owed: held.debts.filter(({ remaining }) => remaining > 0n).map((debt) => String(debt.remaining)),
    },
    consents: held.consents.map(({ purpose, given, textVersion, textHash, source, proof, ...consent }) => ({
      ...{ purpose, given, textVersion, textHash },
      ...(seesPlaceOf(held, consent.memberId) ? { source, proof } : { source: null, proof: null }),
      ...{ member: memberOf(held, consent.memberId), recordedBy: consent.recordedBy },
      happenedAt: consent.happenedAt.toISOString(),
      recordedAt: consent.recordedAt.toISOString(),
    })),
    ...salesOf(held),
    ...besideOf(held),
    history: historyOf(held),
    ...sourcesOf(held),
    messages: messagesOf(held),
  }
}

/** A token is in the hands of the member that issued it: where else something was said is not its business. */
const seesPlaceOf = ({ onlyMemberId }: HeldOnCustomer, memberId: string | null) =>
  onlyMemberId === null || memberId === onlyMemberId

/** Contacts are whole for the member that enrolled the customer alone: another has its token as well. */
function personOf(
  { onlyMemberId }: HeldOnCustomer,
  {
    name,
    phone,
    email,
    birthDate,
    enrolledById,
  }: HeldOnCustomer['customer'] | HeldOnCustomer['merged'][number],
) {
  return onlyMemberId === null || onlyMemberId === enrolledById
    ? { name, phone, email, birthDate: birthDate?.toISOString().slice(0, 10) ?? null }
    : { name, phone: maskedPhone(phone), email: maskedEmail(email), birthDate: null }
}

/** A member by the name that people know it by; null for none, and for another than the one that may read alone. */
const memberOf = ({ members, onlyMemberId }: HeldOnCustomer, id: string | null) => {
  const isHidden = onlyMemberId !== null && id !== onlyMemberId
  const member = id === null || isHidden ? undefined : members.get(id)
  return member ? { id: encodePublicId('member', member.id), handle: member.handle, name: member.name } : null
}

/** What the customer bought, gave back and set points aside for, and the vouchers that came of it. */
function salesOf(held: HeldOnCustomer) {
  const at = (memberId: string | null) => ({ member: memberOf(held, memberId) })
  return {
    purchases: held.purchases.map((sale) => ({
      ...{ id: encodePublicId('purchase', sale.id), ...at(sale.memberId), receiptRef: sale.receiptRef },
      ...{ totalMinor: String(sale.totalMinor), pointsPartMinor: String(sale.pointsPartMinor) },
      discountMinor: String(sale.discountMinor),
      ...{ pointsRedeemed: String(sale.pointsRedeemed), pointsEarned: String(sale.pointsEarned) },
      ...{
        lines: sale.lines,
        code: sale.code,
        click: clickOf(sale.clickId),
        fiscalReceipt: sale.fiscalReceipt,
      },
      occurredAt: sale.occurredAt.toISOString(),
    })),
    refunds: held.refunds.map((refund) => ({
      ...{ id: encodePublicId('refund', refund.id), ...at(refund.memberId) },
      purchase: encodePublicId('purchase', refund.purchaseId),
      ...{ amountMinor: String(refund.amountMinor), moneyMinor: String(refund.moneyMinor) },
      ...{ pointsReturned: String(refund.pointsReturned), pointsRecovered: String(refund.pointsRecovered) },
      ...{ reason: refund.reason, recordedAt: refund.recordedAt.toISOString() },
    })),
    holds: held.holds.map((hold) => ({
      ...{
        id: encodePublicId('hold', hold.id),
        ...at(hold.memberId),
        orderRef: hold.orderRef,
        code: hold.code,
      },
      ...{ points: String(hold.points), billMinor: String(hold.billMinor), status: hold.status },
      ...{ createdAt: hold.createdAt.toISOString(), expiresAt: hold.expiresAt.toISOString() },
    })),
    vouchers: held.vouchers.map((voucher) => ({
      ...{ id: encodePublicId('voucher', voucher.id), ...at(voucher.memberId) },
      ...{ code: writtenVoucherCode(voucher.code), purchase: encodePublicId('purchase', voucher.purchaseId) },
      ...{ issuedAt: voucher.issuedAt.toISOString(), lastDay: voucher.lastDay.toISOString().slice(0, 10) },
      ...{ isUsed: voucher.usedById !== null, isRevoked: voucher.revokedById !== null },
    })),
    earnCodes: held.earnCodes.map(({ id, memberId, receiptRef, purchaseId, claimedAt }) => ({
      ...{ id: encodePublicId('earnCode', id), ...at(memberId), receiptRef },
      purchase: purchaseId === null ? null : encodePublicId('purchase', purchaseId),
      claimedAt: claimedAt?.toISOString() ?? null,
    })),
    receiptClaims: held.receiptClaims.map((claim) => ({
      ...{ id: encodePublicId('receiptClaim', claim.id), ...at(claim.memberId), receipt: claim.receipt },
      ...{ totalMinor: String(claim.totalMinor), occurredAt: claim.occurredAt.toISOString() },
      ...{ claimedAt: claim.claimedAt.toISOString(), declinedAt: claim.declinedAt?.toISOString() ?? null },
      ...{ reason: claim.reason, confirmedAt: claim.confirmedAt?.toISOString() ?? null },
      purchase: claim.confirmedAt && claim.purchaseId ? encodePublicId('purchase', claim.purchaseId) : null,
    })),
  }
}

/** What was corrected by hand or is still claimed, the groups that the customer is in, and what else is known of it. */
function besideOf(held: HeldOnCustomer) {
  const at = (memberId: string | null) => ({ member: memberOf(held, memberId) })
  return {
    adjustments: held.adjustments.map((adjustment) => ({
      ...{ id: encodePublicId('adjustment', adjustment.id), ...at(adjustment.memberId) },
      ...{ points: String(adjustment.points), kind: adjustment.kind, status: adjustment.status },
      ...{ reason: adjustment.reason, proposedAt: adjustment.proposedAt.toISOString() },
    })),
    claims: held.claims.map((claim) => ({
      ...{ refund: encodePublicId('refund', claim.refundId), points: String(claim.amount) },
      remaining: String(claim.remaining),
    })),
    segments: held.segments.map(({ segment: { memberId, nameEn, nameRu }, addedAt }) => ({
      member: memberId === null ? null : memberOf(held, memberId),
      ...{ name: { en: nameEn, ru: nameRu }, addedAt: addedAt.toISOString() },
    })),
    tiers: held.tiers.map(({ ladder: { memberId, tiers }, position, sinceDay, provenDay }) => {
      const tier = tiers.find((one) => one.position === position)
      return {
        member: memberId === null ? null : memberOf(held, memberId),
        name: tier ? { en: tier.nameEn, ru: tier.nameRu } : null,
        // A purchase anywhere proves a tier of the coalition.
        ...(seesPlaceOf(held, memberId)
          ? { sinceDay: sinceDay.toISOString().slice(0, 10), provenDay: provenDay.toISOString().slice(0, 10) }
          : { sinceDay: null, provenDay: null }),
      }
    }),
    occasions: held.occasions.map(({ kind, event, memberId, day, gifts }) => ({
      ...{ kind, event, ...at(memberId), day: day.toISOString().slice(0, 10) },
      points: String(gifts.reduce((sum, gift) => sum + gift.points, 0n)),
    })),
    referral: {
      codes: held.referralCodes.map(({ code }) => writtenReferralCode(code)),
      // By whom is another customer's affair.
      brought: held.referredBy.map(({ memberId, via, boundAt }) => ({
        ...{ ...at(memberId), via, boundAt: boundAt.toISOString() },
      })),
      friends: held.referrals.map(({ boundAt }) => ({ boundAt: boundAt.toISOString() })),
    },
    devices: held.devices.map((device) => ({
      ...{ device: device.deviceHash, ...at(device.memberId) },
      firstSeenAt: device.firstSeenAt.toISOString(),
      lastSeenAt: device.lastSeenAt.toISOString(),
    })),
    sessions: held.sessions.map(({ device, network, createdAt, lastSeenAt, endedAt }) => ({
      ...{ device, network, createdAt: createdAt.toISOString(), lastSeenAt: lastSeenAt.toISOString() },
      endedAt: endedAt?.toISOString() ?? null,
    })),
    tokenHolds: held.tokenHolds.map((hold) => ({
      ...{ hold: encodePublicId('hold', hold.holdId), ...at(hold.memberId), points: String(hold.points) },
      releasedAt: hold.releasedAt?.toISOString() ?? null,
    })),
    fileKeys: held.fileKeys.map(({ customerKey, soldAt, receiptRef, reconciliation }) => ({
      ...{ key: customerKey, receiptRef, soldAt: soldAt?.toISOString() ?? null },
      ...at(reconciliation.memberId),
    })),
  }
}

/** Every event of the customer's points, or of those at one member. */
const historyOf = (held: HeldOnCustomer) =>
  held.entries.map((entry) => ({
    ...{ id: encodePublicId('entry', entry.id), kind: entry.kind, member: memberOf(held, placeOf(entry)) },
    ...{ points: String(entry.pointsDelta), reserved: String(entry.reservedDelta) },
    ...{ balanceAfter: String(entry.balanceAfter), postedAt: entry.postedAt.toISOString() },
  }))

const clickOf = (id: string | null) => (id === null ? null : encodePublicId('click', id))

/** Who brought the customer, and what was seen of the visits that its purchases name. Of other customers their kind alone. */
function sourcesOf(held: HeldOnCustomer) {
  const sourceOf = ({
    sourceKind: kind,
    sourceId: id,
  }: {
    sourceKind: string | null
    sourceId: string | null
  }) => (kind === null ? null : { kind, member: kind === 'MEMBER' ? memberOf(held, id) : null })
  return {
    bindings: held.bindings.map((binding) => ({
      ...{ member: memberOf(held, binding.memberId), source: sourceOf(binding), via: binding.via },
      ...{ boundAt: binding.boundAt.toISOString(), endsAt: binding.endsAt.toISOString() },
    })),
    attributions: held.attributions.map((decided) => ({
      ...{ purchase: encodePublicId('purchase', decided.purchaseId), source: sourceOf(decided) },
      ...{ via: decided.via, decidedAt: decided.decidedAt.toISOString() },
    })),
    clicks: held.clicks.map(({ id, at, userAgent, utm, referrerHost }) => ({
      ...{ id: encodePublicId('click', id), at: at.toISOString(), userAgent, utm, referrerHost },
    })),
  }
}

/** That the customer was written to. What a code was is known to nobody. */
function messagesOf(held: HeldOnCustomer) {
  return [
    ...held.codes.map(({ purpose, channel, memberId, createdAt, sentAt, usedAt }) => ({
      ...{ kind: 'CODE', purpose, channel, member: memberOf(held, memberId) },
      ...{ at: createdAt.toISOString(), sent: sentAt !== null, used: usedAt !== null },
    })),
    ...held.reminders.map(({ horizonDays, remindedAt }) => ({
      ...{ kind: 'POINTS_EXPIRING', horizonDays, at: remindedAt.toISOString() },
    })),
  ]
}
