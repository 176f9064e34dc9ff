import { useTranslation } from 'react-i18next'
import { formatMoney } from '../number/format-money.ts'
import { formatPoints } from '../number/format-points.ts'
import type { Sale } from './sale-screen.tsx'

const BPS_IN_PERCENT = 100

/** Why a sale earned so many points: the member's usual ones, what each rule added by its sentence, and what gave nothing. */
export function WhyPoints({ sale }: { readonly sale: Sale }) {
  const { t, i18n } = useTranslation()
  const gave = sale.rules.filter(({ explanation }) => explanation === null)
  const others = sale.rules.filter(({ explanation }) => explanation !== null)
  const ofRules = gave.reduce((sum, { points }) => sum + BigInt(points), 0n)
  const usual = BigInt(sale.pointsEarned) - ofRules
  const points = (value: string | bigint) => formatPoints(value, i18n.language)
  return (
    <section className="sheet">
      <h2>{t('sale.why')}</h2>
      <p>
        {sale.pointsEarned === '0'
          ? t('sale.whyNothing')
          : t('sale.whyEarned', { points: points(sale.pointsEarned) })}
      </p>
      <ul className="why">
        {usual > 0n && (
          <li>
            <strong>{t('sale.base')}</strong>
            <span className="amount good">+{points(usual)}</span>
            <p className="quiet">
              <UsualPoints sale={sale} />
            </p>
          </li>
        )}
        {gave.map((rule) => (
          <li key={`${rule.name} ${rule.version}`}>
            <strong>{rule.name}</strong>
            <span className="amount good">
              {rule.points === '0'
                ? `−${formatMoney(rule.discount, i18n.language)}`
                : `+${points(rule.points)}`}
            </span>
            <p className="quiet">
              {rule.sentence} ({t('sale.ruleVersion', { version: rule.version })})
            </p>
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <details>
          <summary>{t('sale.gaveNothing')}</summary>
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
    </section>
  )
}

function UsualPoints({ sale }: { readonly sale: Sale }) {
  const { t, i18n } = useTranslation()
  const { kind, percentBps } = sale.member.earnRule
  if (kind === 'FIXED') return t('sale.baseFixed')
  const percent = new Intl.NumberFormat(i18n.language).format(percentBps / BPS_IN_PERCENT)
  return t('sale.basePercent', { percent, money: formatMoney(sale.moneyPart, i18n.language) })
}
