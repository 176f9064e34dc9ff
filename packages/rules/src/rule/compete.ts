import type { RuleVersion } from './rule.ts'

/** A rule that another of its group left nothing to. */
export interface Lost {
  readonly rule: RuleVersion
  /** The rule that gave instead; null: the member's earn rule. */
  readonly to: string | null
}

/** By priority, higher first, then id. Rules that are in order already, as most come, are not copied. */
export const inOrder = (rules: readonly RuleVersion[]): readonly RuleVersion[] =>
  rules.every((rule, index) => isAfter(rule, rules[index - 1])) ? rules : [...rules].sort(byOrder)

const isAfter = (rule: RuleVersion, before: RuleVersion | undefined): boolean =>
  before === undefined || byOrder(before, rule) < 0

const byOrder = (a: RuleVersion, b: RuleVersion): number =>
  b.combine.priority - a.combine.priority ||
  (a.ruleId === b.ruleId ? (a.id < b.id ? -1 : 1) : a.ruleId < b.ruleId ? -1 : 1)

/**
 * Whether a BEST rule loses to another of its group, by what each is worth by itself to the customer; ties go to the
 * smaller id. What `standing` is worth, if the group has something that is no rule, wins ties.
 */
export function loserOf(
  rule: RuleVersion,
  competing: readonly RuleVersion[],
  worth: ReadonlyMap<string, bigint>,
  standing = -1n,
): Lost | undefined {
  if (rule.combine.mode !== 'BEST') return undefined
  const own = worth.get(rule.id) ?? 0n
  let best: { readonly to: string | null; readonly worth: bigint } = { to: rule.ruleId, worth: own }
  if (standing >= own) best = { to: null, worth: standing }
  for (const other of competing) {
    if (other.combine.mode !== 'BEST' || other.combine.group !== rule.combine.group) continue
    const its = worth.get(other.id) ?? 0n
    const isBetter = its > best.worth || (its === best.worth && best.to !== null && other.ruleId < best.to)
    if (isBetter) best = { to: other.ruleId, worth: its }
  }
  return best.to === rule.ruleId ? undefined : { rule, to: best.to }
}
