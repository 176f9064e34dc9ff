import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAnswer } from '../api/use-answer.ts'
import { RuleCardDocument, type RuleCardQuery } from '../generated/graphql.ts'
import { formatMoney } from '../number/format-money.ts'
import { formatPoints } from '../number/format-points.ts'
import { formatLocalDay } from '../number/format-time.ts'
import { usePlace } from '../place/use-place.ts'
import { FailureNote } from '../refusal/failure-note.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { RuleBudget } from './rule-budget.tsx'
import { RuleSteps } from './rule-steps.tsx'
import { RuleTag } from './rule-tag.tsx'

export type RuleCard = NonNullable<RuleCardQuery['rule']>

/** One rule: its sentence, days, budget, what it cost whom, and its steps. */
export default function RuleScreen() {
  const { t, i18n } = useTranslation()
  const { coalitionName } = usePlace()
  const { rule: id } = useParams({ from: '/$place/shell/rules/$rule' })
  const { data, isWaiting, failure, ask } = useAnswer(RuleCardDocument, {
    id,
    language: i18n.language === 'ru' ? 'RU' : 'EN',
  })
  if (failure) return <FailureNote failure={failure} onRetry={ask} />
  if (isWaiting || !data) return <Waiting />
  const { rule } = data
  if (!rule) return <p className="empty">{t('rules.notFound')}</p>
  const { fromDay, toDay } = rule.definition.schedule
  const lastDay = toDay ? formatLocalDay(toDay, i18n.language) : t('rules.openEnd')
  return (
    <>
      <header className="screen-head">
        <div>
          <h1>{rule.name}</h1>
          <p>{rule.member?.name ?? coalitionName}</p>
        </div>
        <RuleTag status={rule.status} />
      </header>
      <section className="sheet next-step">
        <h2>{t('rules.sentence')}</h2>
        <p>{rule.sentence}</p>
        <p className="quiet">
          {formatLocalDay(fromDay, i18n.language)} – {lastDay}
        </p>
        <RuleSteps rule={rule} onDone={ask} />
      </section>
      <div className="columns">
        <section className="sheet">
          <h2>{t('rules.budget')}</h2>
          <RuleBudget rule={rule} />
        </section>
        <RuleCosts rule={rule} />
        <RuleAcceptances rule={rule} />
      </div>
    </>
  )
}

function RuleCosts({ rule }: { readonly rule: RuleCard }) {
  const { t, i18n } = useTranslation()
  return (
    <section className="sheet">
      <h2>{t('rules.costs')}</h2>
      {rule.costs.length === 0 && <p className="quiet">{t('rules.noCosts')}</p>}
      <dl className="sum">
        {rule.costs.map(({ payer, points, discount }) => (
          <div className="sum-row" key={payer?.id ?? 'fund'}>
            <dt>{payer?.name ?? t('rules.promoFund')}</dt>
            <dd>
              {t('rules.costOf', {
                points: formatPoints(points, i18n.language),
                discount: formatMoney(discount, i18n.language),
              })}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function RuleAcceptances({ rule }: { readonly rule: RuleCard }) {
  const { t } = useTranslation()
  if (rule.acceptances.length === 0) return null
  return (
    <section className="sheet">
      <h2>{t('rules.acceptances')}</h2>
      <dl className="sum">
        {rule.acceptances.map(({ payer, answer }) => (
          <div className="sum-row" key={payer?.id ?? 'fund'}>
            <dt>{payer?.name ?? t('rules.promoFund')}</dt>
            <dd className="quiet">{t(`rules.${answer as 'ASKED'}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
