import { useTranslation } from 'react-i18next'
import type { CoalitionHomeQuery } from '../generated/graphql.ts'
import { Figure } from '../home/figure.tsx'
import { formatMoney } from '../number/format-money.ts'
import { formatPoints } from '../number/format-points.ts'

type Coverage = NonNullable<CoalitionHomeQuery['coalition']>['coverage']

/** How many points customers hold and what stands behind them: the reserve and what is paid when they are spent, together. */
export function CoverageFigures({ coverage }: { readonly coverage: Coverage }) {
  const { t, i18n } = useTranslation()
  const required = formatMoney(coverage.required.rounded, i18n.language)
  return (
    <section aria-label={t('proof.coverage')}>
      <h2 className="section-title">{t('proof.coverage')}</h2>
      <dl className="figures">
        <Figure
          name={t('proof.outstanding')}
          value={formatPoints(coverage.outstandingPoints, i18n.language)}
          beside={t(coverage.covered ? 'proof.covered' : 'proof.notCovered', { money: required })}
        />
        <Figure
          name={t('proof.reserve')}
          value={formatMoney(coverage.reserve.rounded, i18n.language)}
          beside={t('proof.reserveBeside')}
        />
        <Figure
          name={t('proof.contingent')}
          value={formatMoney(coverage.contingent.rounded, i18n.language)}
          beside={t('proof.contingentBeside')}
        />
      </dl>
    </section>
  )
}
