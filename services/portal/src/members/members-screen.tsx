import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAnswer } from '../api/use-answer.ts'
import { MembersDocument, type MembersQuery } from '../generated/graphql.ts'
import { Answered } from '../list/answered.tsx'
import { type Column, DataTable } from '../list/data-table.tsx'
import { EmptyList } from '../list/empty-list.tsx'
import { PAGE_SIZE } from '../list/page-arguments.ts'
import { Pager } from '../list/pager.tsx'
import { formatDay } from '../number/format-time.ts'
import { formatSize, sideOf } from '../number/signed-money.ts'
import { usePlace } from '../place/use-place.ts'
import { FailureNote } from '../refusal/failure-note.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { MemberTag } from './member-tag.tsx'

type Row = NonNullable<MembersQuery['coalition']>['members']['nodes'][number]

/** Members of the coalition, with what each owes or is owed. */
export default function MembersScreen() {
  const { t } = useTranslation()
  const { after } = useSearch({ from: '/$place/shell/members' })
  const navigate = useNavigate({ from: '/$place/members' })
  const columns = useColumns()
  const { data, isWaiting, isStale, failure, ask } = useAnswer(MembersDocument, {
    first: PAGE_SIZE,
    after: after ?? null,
  })
  const members = data?.coalition?.members
  return (
    <>
      <header className="screen-head">
        <div>
          <h1>{t('members.title')}</h1>
          <p>{t('members.lead')}</p>
        </div>
      </header>
      {failure && <FailureNote failure={failure} onRetry={ask} />}
      {isWaiting && <Waiting />}
      <Answered isStale={isStale}>
        {members && members.nodes.length > 0 && (
          <DataTable
            rows={members.nodes}
            columns={columns}
            rowId={({ id }) => id}
            label={t('members.title')}
          />
        )}
        {members && members.nodes.length === 0 && (
          <EmptyList isFiltered={false}>
            <p>{t('members.none')}</p>
          </EmptyList>
        )}
      </Answered>
      {members && (
        <Pager
          isStale={isStale}
          pageInfo={{ ...members.pageInfo, hasPreviousPage: false }}
          onTurn={(page) => navigate({ search: page.after ? { after: page.after } : {} })}
        />
      )}
    </>
  )
}

function useColumns(): readonly Column<Row>[] {
  const { t, i18n } = useTranslation()
  const { id: place, timeZone } = usePlace()
  return [
    {
      id: 'name',
      header: t('members.member'),
      cell: ({ id, name }) => (
        <Link to="/$place/members/$member" params={{ place, member: id }}>
          {name}
        </Link>
      ),
    },
    { id: 'status', header: t('members.state'), cell: ({ status }) => <MemberTag status={status} /> },
    {
      ...{ id: 'kind', header: t('members.kind'), isMinor: true },
      cell: ({ kind }) => t(`members.kinds.${kind as 'OTHER'}`),
    },
    {
      ...{ id: 'since', header: t('members.since'), isMinor: true },
      cell: ({ createdAt }) => formatDay(createdAt, i18n.language, timeZone),
    },
    {
      ...{ id: 'net', header: t('members.net'), isNumber: true },
      cell: ({ clearingPosition }) => {
        const net = clearingPosition?.net.rounded
        return net ? `${t(`windows.${sideOf(net)}`)} ${formatSize(net, i18n.language)}` : ''
      },
    },
  ]
}
