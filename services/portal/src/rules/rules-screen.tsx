import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAnswer } from '../api/use-answer.ts'
import { type RuleRowFragment, RulesDocument } from '../generated/graphql.ts'
import { Answered } from '../list/answered.tsx'
import { type Column, DataTable } from '../list/data-table.tsx'
import { EmptyList } from '../list/empty-list.tsx'
import { PAGE_SIZE } from '../list/page-arguments.ts'
import { Pager } from '../list/pager.tsx'
import { usePlace } from '../place/use-place.ts'
import { FailureNote } from '../refusal/failure-note.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { RuleBudget } from './rule-budget.tsx'
import { RuleTag } from './rule-tag.tsx'

/** Rules, newest first, each in a sentence. */
export default function RulesScreen() {
  const { t, i18n } = useTranslation()
  const place = usePlace()
  const search = useSearch({ from: '/$place/shell/rules' })
  const navigate = useNavigate({ from: '/$place/rules' })
  const columns = useColumns()
  const { data, isWaiting, isStale, failure, ask } = useAnswer(RulesDocument, {
    ...{ first: PAGE_SIZE, after: search.after ?? null },
    language: i18n.language === 'ru' ? 'RU' : 'EN',
  })
  const rules = data?.rules
  return (
    <>
      <header className="screen-head">
        <div>
          <h1>{t('rules.title')}</h1>
          <p>{t('rules.lead')}</p>
        </div>
        {place.scopes.has(place.kind === 'member' ? 'rules:write' : 'coalition:write') && (
          <Link to="/$place/rules/new" params={{ place: place.id }}>
            {t('rules.make')}
          </Link>
        )}
      </header>
      {failure && <FailureNote failure={failure} onRetry={ask} />}
      {isWaiting && <Waiting />}
      <Answered isStale={isStale}>
        {rules && rules.nodes.length > 0 && (
          <DataTable rows={rules.nodes} columns={columns} rowId={({ id }) => id} label={t('rules.title')} />
        )}
        {rules && rules.nodes.length === 0 && (
          <EmptyList isFiltered={false}>
            <p>{t('rules.none')}</p>
          </EmptyList>
        )}
      </Answered>
      {rules && (
        <Pager
          isStale={isStale}
          pageInfo={{ ...rules.pageInfo, hasPreviousPage: false }}
          onTurn={({ after }) => navigate({ search: after ? { after } : {} })}
        />
      )}
    </>
  )
}

function useColumns(): readonly Column<RuleRowFragment>[] {
  const { t } = useTranslation()
  const { id: place, coalitionName } = usePlace()
  return [
    {
      id: 'rule',
      header: t('rules.rule'),
      cell: ({ id, name, sentence }) => (
        <>
          <Link to="/$place/rules/$rule" params={{ place, rule: id }}>
            {name}
          </Link>
          <div className="quiet">{sentence}</div>
        </>
      ),
    },
    { id: 'status', header: t('rules.state'), cell: ({ status }) => <RuleTag status={status} /> },
    {
      ...{ id: 'owner', header: t('rules.owner'), isMinor: true },
      cell: ({ member }) => member?.name ?? coalitionName,
    },
    {
      ...{ id: 'budget', header: t('rules.budget'), isMinor: true },
      cell: (rule) => <RuleBudget rule={rule} />,
    },
  ]
}
