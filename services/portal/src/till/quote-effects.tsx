import { useTranslation } from 'react-i18next'
import type { TillRuleFragment } from '../generated/graphql.ts'
import { formatMoney } from '../number/format-money.ts'
import { formatPoints } from '../number/format-points.ts'

/** What each rule gives to a bill, in its own sentence; then why others give nothing. */
export function QuoteEffects({ rules }: { readonly rules: readonly TillRuleFragment[] }) {
  const { t, i18n } = useTranslation()
  const gave = rules.filter(({ explanation }) => explanation === null)
  const others = rules.filter(({ explanation }) => explanation !== null)
  return (
    <>
      {gave.length > 0 && (
        <section className="sheet">
          <h2>{t('till.effects')}</h2>
          <ul className="why">
            {gave.map((rule) => (
              <li key={`${rule.name} ${rule.version}`}>
                <strong>{rule.name}</strong>
                <span className="amount good">
                  {[
                    rule.points === '0' ? null : `+${formatPoints(rule.points, i18n.language)}`,
                    rule.discount.amountMinor === '0'
                      ? null
                      : `−${formatMoney(rule.discount, i18n.language)}`,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
                <p className="quiet">{rule.sentence}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {others.length > 0 && (
        <details className="sheet">
          <summary>{t('till.notWorked')}</summary>
          <ul className="why">
            {others.map((rule) => (
              <li key={`${rule.name} ${rule.version}`}>
                <strong>{rule.name}</strong>
                <span />
                <p className="quiet">{rule.explanation}</p>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
