import { InvalidInputError, NotFoundError } from '@artel/ledger'
import { type RuleVersion, voucherCodeOf, voucherRule } from '@artel/rules'
import type { Store } from '@artel/store'
import type { Participation } from '../terms/agreement.ts'
import { loadRulePayers, loadRuleVersions, type RulePayers } from '../terms/running-rules.ts'

/** A voucher that a bill names: what never changes of it. */
export interface NamedVoucher {
  readonly id: string
  readonly code: string
  /** The version that gave it. */
  readonly version: RuleVersion
  /** What it takes off, as a rule of its own. */
  readonly rule: RuleVersion
}

/** The vouchers of a bill, and who besides the seller pays for them. */
export interface NamedVouchers {
  readonly named: readonly NamedVoucher[]
  readonly ids: readonly string[]
  readonly payers: RulePayers | undefined
}

const MAX_VOUCHERS = 10

/**
 * The vouchers with these codes, in their order; undefined for none, which reads nothing. Throws InvalidInputError for too many
 * or one named twice, NotFoundError at the first that the coalition does not have.
 */
export async function loadNamedVouchers(
  store: Store,
  key: { readonly coalitionId: string; readonly memberId: string },
  codes: readonly string[] | null | undefined,
): Promise<NamedVouchers | undefined> {
  if (codes == null || codes.length === 0) return undefined
  if (codes.length > MAX_VOUCHERS)
    throw new InvalidInputError({
      path: ['vouchers'],
      problem: `Must name at most ${MAX_VOUCHERS} vouchers.`,
    })
  const wanted = codes.map((text, at) => voucherCodeOf(text) ?? notFound(at))
  const twice = wanted.findIndex((code, at) => wanted.indexOf(code) < at)
  if (twice >= 0)
    throw new InvalidInputError({ path: ['vouchers', String(twice)], problem: 'Is named twice.' })
  const { coalitionId } = key
  const rows = await store.prisma.voucher.findMany({ where: { coalitionId, code: { in: wanted } } })
  const versions = await loadRuleVersions(store, coalitionId, [
    ...new Set(rows.map(({ versionId }) => versionId)),
  ])
  const named = wanted.map((code, at): NamedVoucher => {
    const row = rows.find((each) => each.code === code)
    const version = row && versions.get(row.versionId)
    if (!row || !version) return notFound(at)
    const { id, memberId } = row
    return { id, code, version, rule: voucherRule(version, { id, memberId }) }
  })
  const rules = named.map(({ rule }) => rule)
  return { named, ids: named.map(({ id }) => id), payers: await loadRulePayers(store, key, rules) }
}

function notFound(at: number): never {
  throw new NotFoundError({ what: 'voucher' }, { path: ['vouchers', String(at)] })
}

/** The member's part in the coalition for a bill with vouchers: those who pay for them may pay too. */
export function withVoucherPayers(
  participation: Participation,
  vouchers: NamedVouchers | undefined,
): Participation {
  if (!vouchers?.payers) return participation
  const { payers } = participation
  const members = new Map(
    [...(payers?.members ?? []), ...vouchers.payers.members].map((each) => [each.id, each]),
  )
  const isFund = vouchers.payers.isFund || payers?.isFund === true
  return { ...participation, payers: { members: [...members.values()], isFund } }
}
