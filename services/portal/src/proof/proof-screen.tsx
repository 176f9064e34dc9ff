import { useTranslation } from 'react-i18next'
import { useAnswer } from '../api/use-answer.ts'
import { type AgedMemberFragment, ProofDocument, type ProofQuery } from '../generated/graphql.ts'
import { type Column, DataTable } from '../list/data-table.tsx'
import { formatMoney } from '../number/format-money.ts'
import { formatPoints } from '../number/format-points.ts'
import { formatInstant } from '../number/format-time.ts'
import { usePlace } from '../place/use-place.ts'
import { FailureNote } from '../refusal/failure-note.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { CoverageFigures } from './coverage-figures.tsx'

type Proved = NonNullable<ProofQuery['coalition']>
type Issuer = Proved['coverage']['byIssuer'][number]
type Account = Proved['operatorAccounts']['accounts'][number]

/** Whether all points are covered, by whom, and the head of the chain by which anybody can tell that nothing was changed. */
export default function ProofScreen() {
  const { t } = useTranslation()
  const { data, isWaiting, failure, ask } = useAnswer(ProofDocument, {})
  if (failure) return <FailureNote failure={failure} onRetry={ask} />
  if (isWaiting || !data?.coalition) return <Waiting />
  const { coalition } = data
  return (
    <>
      <header className="screen-head">
        <div>
          <h1>{t('proof.title')}</h1>
          <p>{t('proof.lead')}</p>
        </div>
      </header>
      <CoverageFigures coverage={coalition.coverage} />
      <ChainHead chain={coalition.chain} />
      <Issuers issuers={coalition.coverage.byIssuer} />
      <Accounts accounts={coalition.operatorAccounts.accounts} />
      <Receivables members={coalition.receivablesAgeing.members} />
    </>
  )
}

function ChainHead({ chain }: { readonly chain: Proved['chain'] }) {
  const { t, i18n } = useTranslation()
  const { timeZone } = usePlace()
  return (
    <section className="sheet">
      <h2>{t('proof.chain')}</h2>
      <p className="quiet">{t('proof.chainLead')}</p>
      <p className="hash">{chain.hash}</p>
      <p className="quiet">
        {t('proof.batch', { no: chain.batchNo })}
        {chain.postedAt && `, ${formatInstant(chain.postedAt, i18n.language, timeZone)}`}
      </p>
    </section>
  )
}

function Issuers({ issuers }: { readonly issuers: readonly Issuer[] }) {
  const { t, i18n } = useTranslation()
  const columns: readonly Column<Issuer>[] = [
    { id: 'member', header: t('proof.issuer'), cell: ({ member }) => member?.name ?? t('proof.promoFund') },
    {
      ...{ id: 'points', header: t('customers.points'), isNumber: true },
      cell: ({ outstandingPoints }) => formatPoints(outstandingPoints, i18n.language),
    },
    {
      ...{ id: 'reserve', header: t('proof.reserve'), isNumber: true, isMinor: true },
      cell: ({ reserve }) => formatMoney(reserve.rounded, i18n.language),
    },
    {
      ...{ id: 'contingent', header: t('proof.contingent'), isNumber: true },
      cell: ({ contingent }) => formatMoney(contingent.rounded, i18n.language),
    },
  ]
  return (
    <section>
      <h2 className="section-title">{t('proof.byIssuer')}</h2>
      <DataTable
        rows={issuers}
        columns={columns}
        rowId={({ member }) => member?.id ?? 'fund'}
        label={t('proof.byIssuer')}
      />
    </section>
  )
}

function Accounts({ accounts }: { readonly accounts: readonly Account[] }) {
  const { t, i18n } = useTranslation()
  const columns: readonly Column<Account>[] = [
    {
      id: 'kind',
      header: t('proof.account'),
      cell: ({ kind, side }) => (
        <>
          {t(`proof.${kind as 'BANK'}`)}
          <div className="quiet">{t(`proof.${side as 'DEBIT'}`)}</div>
        </>
      ),
    },
    {
      ...{ id: 'debit', header: t('proof.debit'), isNumber: true, isMinor: true },
      cell: ({ debit }) => formatMoney(debit.rounded, i18n.language),
    },
    {
      ...{ id: 'credit', header: t('proof.credit'), isNumber: true, isMinor: true },
      cell: ({ credit }) => formatMoney(credit.rounded, i18n.language),
    },
    {
      ...{ id: 'closing', header: t('proof.balance'), isNumber: true },
      cell: ({ closing }) => formatMoney(closing.rounded, i18n.language),
    },
  ]
  return (
    <section>
      <h2 className="section-title">{t('proof.accounts')}</h2>
      <DataTable rows={accounts} columns={columns} rowId={({ kind }) => kind} label={t('proof.accounts')} />
    </section>
  )
}

function Receivables({ members }: { readonly members: readonly AgedMemberFragment[] }) {
  const { t, i18n } = useTranslation()
  const parts = ['notDue', 'days1To30', 'days31To60', 'days61To90', 'daysOver90'] as const
  const columns: readonly Column<AgedMemberFragment>[] = [
    { id: 'member', header: t('proof.debtor'), cell: ({ member }) => member.name },
    ...parts.map((part) => ({
      ...{ id: part, header: t(`proof.${part}`), isNumber: true, isMinor: true },
      cell: (row: AgedMemberFragment) => formatMoney(row[part], i18n.language),
    })),
    {
      ...{ id: 'total', header: t('proof.total'), isNumber: true },
      cell: ({ total }) => formatMoney(total, i18n.language),
    },
  ]
  return (
    <section>
      <h2 className="section-title">{t('proof.receivables')}</h2>
      {members.length === 0 ? (
        <p className="quiet">{t('proof.noReceivables')}</p>
      ) : (
        <DataTable
          rows={members}
          columns={columns}
          rowId={({ member }) => member.id}
          label={t('proof.receivables')}
        />
      )}
    </section>
  )
}
