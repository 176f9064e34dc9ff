import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { StatementRowFragment } from '../generated/graphql.ts'
import { type Column, DataTable } from '../list/data-table.tsx'
import { formatCount } from '../number/format-points.ts'
import { formatSize, sideOf } from '../number/signed-money.ts'
import { usePlace } from '../place/use-place.ts'
import { StatementTag } from './statement-tag.tsx'
import type { WindowFacts } from './window-screen.tsx'

/** What each member was stated, and what it answered. */
export function WindowStatements({ facts }: { readonly facts: WindowFacts }) {
  const { t } = useTranslation()
  const { id: place } = usePlace()
  const columns = useColumns()
  const { nodes, pageInfo } = facts.memberStatements
  if (nodes.length === 0) return null
  return (
    <section>
      <h2 className="section-title">{t('statements.title')}</h2>
      <DataTable rows={nodes} columns={columns} rowId={({ id }) => id} label={t('statements.title')} />
      {pageInfo.hasNextPage && (
        <p>
          <Link to="/$place/statements" params={{ place }} search={{}}>
            {t('windows.allStatements')}
          </Link>
        </p>
      )}
    </section>
  )
}

function useColumns(): readonly Column<StatementRowFragment>[] {
  const { t, i18n } = useTranslation()
  const { id: place } = usePlace()
  return [
    {
      id: 'member',
      header: t('statements.member'),
      cell: ({ id, member, status }) => (
        <>
          <Link to="/$place/statements/$statement" params={{ place, statement: id }} search={{}}>
            {member.name}
          </Link>
          <div className="narrow">
            <StatementTag status={status} />
          </div>
        </>
      ),
    },
    {
      ...{ id: 'status', header: t('statements.status'), isMinor: true },
      cell: ({ status }) => <StatementTag status={status} />,
    },
    {
      ...{ id: 'lines', header: t('statements.lines'), isNumber: true, isMinor: true },
      cell: ({ lineCount }) => formatCount(lineCount, i18n.language),
    },
    {
      ...{ id: 'toPay', header: t('statements.toPay'), isNumber: true },
      cell: ({ toPay }) => `${t(`windows.${sideOf(toPay)}`)} ${formatSize(toPay, i18n.language)}`,
    },
  ]
}
