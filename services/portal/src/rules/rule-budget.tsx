import { useTranslation } from 'react-i18next'
import type { RuleRowFragment } from '../generated/graphql.ts'
import { formatMoney } from '../number/format-money.ts'
import { formatPoints } from '../number/format-points.ts'
import './rules.css'

const WHOLE = 100n

/** How much of a rule's budget is used: a bar with its words. A budget by days or months shows its size alone. */
export function RuleBudget({ rule }: { readonly rule: RuleRowFragment }) {
  const { t, i18n } = useTranslation()
  const { budget } = rule.definition.limits
  if (!budget) return <span className="quiet">{t('rules.noBudget')}</span>
  const inPoints = budget.points != null
  const whole = BigInt(inPoints ? (budget.points ?? '0') : (budget.amount?.amountMinor ?? '0'))
  const used = rule.costs.reduce(
    (sum, cost) => sum + BigInt(inPoints ? cost.points : cost.discount.amountMinor),
    0n,
  )
  const words = (value: bigint) =>
    inPoints
      ? formatPoints(value, i18n.language)
      : formatMoney(
          { amountMinor: value.toString(), currency: budget.amount?.currency ?? 'RUB' },
          i18n.language,
        )
  const per = t(`rules.${budget.per as 'RULE'}`)
  if (budget.per !== 'RULE')
    return (
      <span className="amount">
        {words(whole)} {per}
      </span>
    )
  const share = whole === 0n ? WHOLE : (used * WHOLE) / whole
  return (
    <>
      <progress
        className="budget"
        max={100}
        value={Number(share > WHOLE ? WHOLE : share)}
        aria-label={t('rules.budget')}
      />
      <span className="amount">
        {t('rules.budgetOf', { used: words(used), whole: words(whole) })} {per}
      </span>
    </>
  )
}
