import { useTranslation } from 'react-i18next'
import type { PlanPartsFragment } from '../generated/graphql.ts'
import { type Column, DataTable } from '../list/data-table.tsx'
import { formatMoney } from '../number/format-money.ts'
import { formatInstant } from '../number/format-time.ts'
import { formatSize, sideOf } from '../number/signed-money.ts'
import { usePlace } from '../place/use-place.ts'
import './settlement.css'
import type { WindowFacts } from './window-screen.tsx'

/** The newest plan of a window: who pays whom, what is carried, and the hash that an approval binds to. */
export function WindowPlan({ facts }: { readonly facts: WindowFacts }) {
  const { t, i18n } = useTranslation()
  const { timeZone } = usePlace()
  const columns = usePlanColumns()
  const plan = facts.paymentPlans.nodes[0]
  if (!plan) return null
  const [approval] = plan.approvals
  const at = (instant: string) => formatInstant(instant, i18n.language, timeZone)
  return (
    <section className="sheet plan">
      <h2>{t('windows.plan', { no: plan.planNo })}</h2>
      <dl className="facts">
        <div>
          <dt>{t('windows.method')}</dt>
          <dd>{t(`windows.${plan.method as 'HUB'}`)}</dd>
        </div>
        <div>
          <dt>{t('windows.total')}</dt>
          <dd className="amount">{formatMoney(plan.total, i18n.language)}</dd>
        </div>
        <div>
          <dt>{t('windows.proposed')}</dt>
          <dd>{at(plan.proposedAt)}</dd>
        </div>
        <div>
          <dt>{t('windows.approved')}</dt>
          <dd>{approval ? at(approval.approvedAt) : t('windows.notApproved')}</dd>
        </div>
      </dl>
      <p className="quiet">
        {t('windows.hash')} <span className="hash">{plan.hash}</span>
      </p>
      {/* Approved payments stand in the table of payments. */}
      {!approval && plan.payments.length > 0 && (
        <DataTable
          rows={plan.payments}
          columns={columns}
          rowId={({ legNo }) => String(legNo)}
          label={t('windows.plan', { no: plan.planNo })}
        />
      )}
      <Carried plan={plan} />
    </section>
  )
}

function Carried({ plan }: { readonly plan: PlanPartsFragment }) {
  const { t, i18n } = useTranslation()
  if (plan.carried.length === 0) return null
  return (
    <>
      <h3>{t('windows.carried')}</h3>
      <dl className="sum">
        {plan.carried.map(({ member, affiliate, amount }) => (
          <div className="sum-row" key={(member ?? affiliate)?.id}>
            <dt>{(member ?? affiliate)?.name}</dt>
            <dd className="amount">
              {t(`windows.${sideOf(amount)}`)} {formatSize(amount, i18n.language)}
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}

type Planned = PlanPartsFragment['payments'][number]

function usePlanColumns(): readonly Column<Planned>[] {
  const { t, i18n } = useTranslation()
  const { coalitionName } = usePlace()
  return [
    { id: 'payer', header: t('payments.payer'), cell: ({ payer }) => payer?.name ?? coalitionName },
    {
      id: 'payee',
      header: t('payments.payee'),
      cell: ({ payee, payeeAffiliate }) => (payee ?? payeeAffiliate)?.name ?? coalitionName,
    },
    { id: 'reference', header: t('payments.reference'), cell: ({ reference }) => reference, isMinor: true },
    {
      ...{ id: 'amount', header: t('payments.amount'), isNumber: true },
      cell: ({ amount }) => formatMoney(amount, i18n.language),
    },
  ]
}
