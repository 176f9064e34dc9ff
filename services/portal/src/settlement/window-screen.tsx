import { useParams } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnswer } from '../api/use-answer.ts'
import { WindowDocument, type WindowQuery, type WindowRowFragment } from '../generated/graphql.ts'
import { formatDay, formatEnd, formatInstant, formatLocalDay } from '../number/format-time.ts'
import { useUntil } from '../number/use-until.ts'
import { usePlace } from '../place/use-place.ts'
import { FailureNote } from '../refusal/failure-note.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { DisputeList } from './dispute-list.tsx'
import { WindowNext } from './window-next.tsx'
import { WindowPlan } from './window-plan.tsx'
import { WindowStatements } from './window-statements.tsx'
import { WindowWay } from './window-way.tsx'

/** A window has no payments before its plan is approved. */
const LegTable = lazy(async () => ({ default: (await import('../payments/leg-table.tsx')).LegTable }))

/** What a screen of a window knows of it. */
export interface WindowFacts extends WindowQuery {
  readonly window: WindowRowFragment
  /** Asks anew, after a step. */
  readonly ask: () => void
}

/** One window, step by step: where it is, what it waits for, and what was made on the way. */
export default function WindowScreen() {
  const { t } = useTranslation()
  const { window: no } = useParams({ from: '/$place/shell/windows/$window' })
  const windowNo = Number(no)
  const { data, isWaiting, failure, ask } = useAnswer(WindowDocument, { windowNo })
  if (failure) return <FailureNote failure={failure} onRetry={ask} />
  if (isWaiting || !data) return <Waiting />
  const window = data.settlementWindows.nodes.find((one) => one.windowNo === windowNo)
  if (!window) return <p className="empty">{t('windows.notFound')}</p>
  const facts = { ...data, window, ask }
  return (
    <>
      <header className="screen-head">
        <h1>{t('windows.one', { no: windowNo })}</h1>
      </header>
      <section className="sheet">
        <WindowWay status={window.status} />
      </section>
      <WindowNext facts={facts} />
      <WindowDays window={window} />
      <WindowStatements facts={facts} />
      <DisputeList disputes={data.disputes.nodes} onDone={ask} />
      <WindowPlan facts={facts} />
      {data.paymentLegs.nodes.length > 0 && (
        <section>
          <h2 className="section-title">{t('payments.title')}</h2>
          <Suspense fallback={<Waiting />}>
            <LegTable legs={data.paymentLegs.nodes} onDone={ask} />
          </Suspense>
        </section>
      )}
    </>
  )
}

function WindowDays({ window }: { readonly window: WindowRowFragment }) {
  const { t, i18n } = useTranslation()
  const { timeZone } = usePlace()
  const until = useUntil()
  const instant = (at: string | null | undefined) => at && formatInstant(at, i18n.language, timeZone)
  const facts = [
    [t('windows.opens'), formatDay(window.opensAt, i18n.language, timeZone)],
    [t('windows.cutOff'), formatEnd(window.cutOff, i18n.language, timeZone)],
    [t('windows.disputeDeadline'), window.disputeDeadline && until(window.disputeDeadline)],
    [t('windows.paymentDate'), window.paymentDate && formatLocalDay(window.paymentDate, i18n.language)],
    [t('windows.settledAt'), instant(window.settledAt)],
  ] as const
  return (
    <section className="sheet">
      <dl className="facts">
        {facts.map(
          ([words, value]) =>
            value && (
              <div key={words}>
                <dt>{words}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
    </section>
  )
}
