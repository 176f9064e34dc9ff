import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnswer } from '../api/use-answer.ts'
import '../command/command.css'
import { ApprovalsDocument, type ApprovalsQuery } from '../generated/graphql.ts'
import { EmptyList } from '../list/empty-list.tsx'
import { SelectFilter } from '../list/select-filter.tsx'
import { type Place, usePlace } from '../place/use-place.ts'
import { FailureNote } from '../refusal/failure-note.tsx'
import { Waiting } from '../shell/waiting.tsx'
import './approvals.css'
import { APPROVAL_KINDS, type ApprovalKind } from './approvals-search.ts'
import { ProposedAdjustment } from './proposed-adjustment.tsx'
import { AskedRule, ProposedTerms, WaitingPlan, WaitingSale } from './waiting-cards.tsx'

/** What waits for the yes of a second person, or of who looks: a card each, with who proposed it and why. */
export default function ApprovalsScreen() {
  const { t, i18n } = useTranslation()
  const place = usePlace()
  const { kind } = useSearch({ from: '/$place/shell/approvals' })
  const navigate = useNavigate({ from: '/$place/approvals' })
  const isCoalition = place.kind === 'coalition'
  const { data, isWaiting, failure, ask } = useAnswer(ApprovalsDocument, {
    ...{ isCoalition, isAdmin: place.roles.includes('COALITION_ADMIN') },
    isAsked: place.scopes.has(isCoalition ? 'coalition:read' : 'rules:read'),
    language: i18n.language === 'ru' ? 'RU' : 'EN',
  })
  const cards = data ? cardsOf(data, { place, ask }) : null
  const total = cards ? APPROVAL_KINDS.reduce((sum, one) => sum + cards[one].length, 0) : 0
  const shown = APPROVAL_KINDS.filter((one) => (kind ?? one) === one && cards && cards[one].length > 0)
  return (
    <>
      <header className="screen-head">
        <div>
          <h1>{t('approvals.title')}</h1>
          <p>{t('approvals.lead')}</p>
        </div>
        <SelectFilter
          label={t('approvals.kind')}
          value={kind}
          options={APPROVAL_KINDS.map((value) => ({ value, words: t(`approvals.${value}`) }))}
          onChoose={(chosen) => navigate({ search: chosen ? { kind: chosen } : {} })}
        />
      </header>
      {failure && <FailureNote failure={failure} onRetry={ask} />}
      {isWaiting && <Waiting />}
      {cards && shown.length === 0 && (
        <EmptyList isFiltered={total > 0} onDropFilters={() => navigate({ search: {} })}>
          <p>{t('approvals.none')}</p>
        </EmptyList>
      )}
      {cards &&
        shown.map((one) => (
          <section key={one} aria-labelledby={`approvals-${one}`}>
            <h2 className="section-title" id={`approvals-${one}`}>
              {t(`approvals.${one}`)}
            </h2>
            <ul className="cards">{cards[one]}</ul>
          </section>
        ))}
    </>
  )
}

interface Standing {
  readonly place: Place
  readonly ask: () => void
}

function cardsOf(
  data: ApprovalsQuery,
  { place, ask }: Standing,
): Readonly<Record<ApprovalKind, readonly ReactNode[]>> {
  return {
    adjustments: data.adjustments.nodes.map((adjustment) => (
      <ProposedAdjustment key={adjustment.id} adjustment={adjustment} onDone={ask} />
    )),
    sales: (data.saleApprovals ?? [])
      .filter(({ isApproved }) => !isApproved)
      .map((sale) => (
        <WaitingSale key={`${sale.member.id} ${sale.receiptRef} ${sale.ground}`} sale={sale} onDone={ask} />
      )),
    plans: waitingPlans(data).map((plan) => <WaitingPlan key={plan.id} plan={plan} />),
    terms: (data.coalition?.termsVersions ?? [])
      .filter(({ standing }) => standing === 'PROPOSED')
      .map((version) => <ProposedTerms key={version.terms.id} version={version} onDone={ask} />),
    rules: (data.rulesAsked?.nodes ?? []).map((asked) => (
      <AskedRule key={`${asked.rule.id} ${asked.version}`} asked={asked} payer={place.name} onDone={ask} />
    )),
  }
}

/** The last plan of each window that waits for one to be approved. */
function waitingPlans({ settlementWindows, paymentPlans }: ApprovalsQuery) {
  const waiting = new Set(
    settlementWindows?.nodes.flatMap(({ windowNo, status }) => (status === 'AGREED' ? [windowNo] : [])),
  )
  const plans = paymentPlans?.nodes ?? []
  return plans.filter(
    ({ windowNo, planNo }) =>
      waiting.has(windowNo) && !plans.some((one) => one.windowNo === windowNo && one.planNo > planNo),
  )
}
