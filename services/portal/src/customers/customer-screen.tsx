import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnswer } from '../api/use-answer.ts'
import { CustomerCardDocument, type CustomerCardQuery } from '../generated/graphql.ts'
import { Figure } from '../home/figure.tsx'
import { Answered } from '../list/answered.tsx'
import { type Column, DataTable } from '../list/data-table.tsx'
import { PAGE_SIZE } from '../list/page-arguments.ts'
import { Pager } from '../list/pager.tsx'
import { formatPoints } from '../number/format-points.ts'
import { formatDay, formatInstant } from '../number/format-time.ts'
import { usePlace } from '../place/use-place.ts'
import { FailureNote } from '../refusal/failure-note.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { CustomerSteps } from './customer-steps.tsx'

export type CustomerCard = NonNullable<CustomerCardQuery['customer']>
type Activity = CustomerCard['activity']['nodes'][number]

// Painted without it: a card is read more often than taken away as a file.
const DownloadList = lazy(async () => ({
  default: (await import('../exports/download-list.tsx')).DownloadList,
}))

/** One customer: wallet, what happened with the points, consents, and the steps that may be taken. */
export default function CustomerScreen() {
  const { t } = useTranslation()
  const { scopes, id: place } = usePlace()
  const { customer: id } = useParams({ from: '/$place/shell/customers/$customer' })
  const { after } = useSearch({ from: '/$place/shell/customers/$customer' })
  const { data, isWaiting, isStale, failure, ask } = useAnswer(CustomerCardDocument, {
    ...{ id, first: PAGE_SIZE, after: after ?? null },
  })
  if (failure) return <FailureNote failure={failure} onRetry={ask} />
  if (isWaiting || !data) return <Waiting />
  const { customer } = data
  if (!customer) return <p className="empty">{t('customers.notFound')}</p>
  return (
    <>
      <header className="screen-head">
        <div>
          <h1>{customer.name}</h1>
          <p>{[customer.phone, customer.email, customer.card?.number].filter(Boolean).join(', ')}</p>
        </div>
        {customer.frozenAt && (
          <span className="tag" data-tone="bad">
            {t('customers.frozen')}
          </span>
        )}
        {customer.erasedAt && <span className="tag">{t('customers.erased')}</span>}
      </header>
      {customer.mergedIntoId && (
        <p className="sheet">
          {t('customers.merged')}{' '}
          <Link
            to="/$place/customers/$customer"
            params={{ place, customer: customer.mergedIntoId }}
            search={{}}
          >
            {t('customers.toSurvivor')}
          </Link>
        </p>
      )}
      <Wallet customer={customer} />
      <Answered isStale={isStale}>
        <History customer={customer} />
      </Answered>
      <Consents customer={customer} />
      {customer.status === 'ACTIVE' && scopes.has('customers:write') && (
        <CustomerSteps customer={customer} onDone={ask} />
      )}
    </>
  )
}

function Wallet({ customer }: { readonly customer: CustomerCard }) {
  const { t, i18n } = useTranslation()
  const { timeZone } = usePlace()
  const { available, pending, reserved, debt, expiringSoon } = customer.wallet
  const points = (value: string) => formatPoints(value, i18n.language)
  return (
    <section aria-label={t('customers.wallet')}>
      <h2 className="section-title">{t('customers.wallet')}</h2>
      <dl className="figures">
        <Figure
          name={t('customers.available')}
          value={points(available)}
          beside={t('customers.pending', { points: points(pending) })}
        />
        <Figure
          name={t('customers.reserved')}
          value={points(reserved)}
          beside={
            expiringSoon
              ? t('customers.expiring', {
                  points: points(expiringSoon.points),
                  day: formatDay(expiringSoon.at, i18n.language, timeZone),
                })
              : t('customers.nothingExpires')
          }
        />
        {debt !== '0' && <Figure name={t('customers.debt')} value={points(debt)} />}
      </dl>
    </section>
  )
}

function History({ customer }: { readonly customer: CustomerCard }) {
  const { t, i18n } = useTranslation()
  const { timeZone, scopes } = usePlace()
  const navigate = useNavigate({ from: '/$place/customers/$customer' })
  const { nodes, pageInfo } = customer.activity
  const columns: readonly Column<Activity>[] = [
    {
      ...{ id: 'when', header: t('customers.when'), isMinor: true },
      cell: ({ postedAt }) => formatInstant(postedAt, i18n.language, timeZone),
    },
    {
      id: 'what',
      header: t('customers.what'),
      cell: ({ kind }) => (i18n.exists(`entry.${kind}`) ? t(`entry.${kind as 'EARN'}`) : kind),
    },
    {
      ...{ id: 'where', header: t('customers.where'), isMinor: true },
      cell: ({ member }) => member?.name ?? '',
    },
    {
      ...{ id: 'points', header: t('customers.points'), isNumber: true },
      cell: ({ points }) => formatPoints(points, i18n.language),
    },
    {
      ...{ id: 'after', header: t('customers.after'), isNumber: true },
      cell: ({ balanceAfter }) => formatPoints(balanceAfter, i18n.language),
    },
  ]
  return (
    <section>
      <header className="screen-head">
        <h2>{t('customers.history')}</h2>
        {scopes.has('coalition:read') && (
          <Suspense>
            <DownloadList kind="ENTRIES" filters={{ customerId: customer.id }} />
          </Suspense>
        )}
      </header>
      {nodes.length === 0 ? (
        <p className="quiet">{t('customers.noHistory')}</p>
      ) : (
        <DataTable rows={nodes} columns={columns} rowId={({ id }) => id} label={t('customers.history')} />
      )}
      <Pager
        pageInfo={{ ...pageInfo, hasPreviousPage: false }}
        onTurn={(page) => navigate({ search: page.after ? { after: page.after } : {} })}
      />
    </section>
  )
}

function Consents({ customer }: { readonly customer: CustomerCard }) {
  const { t, i18n } = useTranslation()
  const { timeZone } = usePlace()
  return (
    <section className="sheet">
      <h2>{t('customers.consents')}</h2>
      {customer.consents.length === 0 && <p className="quiet">{t('customers.noConsents')}</p>}
      <dl className="sum">
        {customer.consents.map(({ id, purpose, given, happenedAt }) => (
          <div className="sum-row" key={id}>
            <dt>{t(`customers.purposes.${purpose as 'PERSONAL_DATA'}`)}</dt>
            <dd className="quiet">
              {t(given ? 'customers.given' : 'customers.withdrawn', {
                day: formatDay(happenedAt, i18n.language, timeZone),
              })}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
