import { ceilDivide, MICROS_PER_MINOR, type Micros, micros } from '@artel/ledger'
import { mostOff, type RuleVersion, voucherOf, WHOLE_BPS } from '@artel/rules'
import { outstandingVouchers, type Store } from '@artel/store'
import { loadRuleVersions } from '../terms/running-rules.ts'

/**
 * The most that a member may still come to owe for vouchers that customers have: of each the most that it takes off, by the member's
 * share, rounded up to the minor unit. Micros.
 */
export async function voucherTail(
  store: Store,
  { coalitionId, memberId }: { readonly coalitionId: string; readonly memberId: string },
): Promise<Micros> {
  const out = await outstandingVouchers(store, coalitionId)
  const ids = [...new Set(out.map(({ versionId }) => versionId))]
  const versions = await loadRuleVersions(store, coalitionId, ids)
  let minorUnits = 0n
  for (const { versionId, memberId: giverId, count } of out) {
    const version = versions.get(versionId)
    if (!version) continue
    minorUnits +=
      count * ceilDivide(mostOff(voucherOf(version)) * shareOf(version, giverId, memberId), WHOLE_BPS)
  }
  return micros(minorUnits * MICROS_PER_MINOR)
}

/** What of a voucher of this version a member pays, basis points. */
function shareOf({ pays }: RuleVersion, giverId: string, memberId: string): bigint {
  if (!pays) return giverId === memberId ? WHOLE_BPS : 0n
  return pays.find(({ payerId }) => payerId === memberId)?.shareBps ?? 0n
}
