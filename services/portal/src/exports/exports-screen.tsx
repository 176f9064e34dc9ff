import { Button, NativeSelect } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnswer } from '../api/use-answer.ts'
import { OutcomeNote } from '../command/outcome-note.tsx'
import { useCommand } from '../command/use-command.ts'
import '../connect/connect.css'
import { type ExportRowFragment, ExportsDocument, StartExportDocument } from '../generated/graphql.ts'
import { Answered } from '../list/answered.tsx'
import { type Column, DataTable } from '../list/data-table.tsx'
import { EmptyList } from '../list/empty-list.tsx'
import { pageArguments } from '../list/page-arguments.ts'
import { Pager } from '../list/pager.tsx'
import { formatCount } from '../number/format-points.ts'
import { formatInstant } from '../number/format-time.ts'
import { type Place, usePlace } from '../place/use-place.ts'
import { FailureNote } from '../refusal/failure-note.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { ExportLink, isOnItsWay } from './export-link.tsx'
import { usePolling } from './use-polling.ts'

const FORMATS = ['CSV_RU', 'CSV', 'JSONL'] as const
type Format = (typeof FORMATS)[number]
type Kind = 'PURCHASES' | 'REFUNDS' | 'CUSTOMERS' | 'ENTRIES' | 'TRANSFERS' | 'STATEMENTS' | 'AUDIT'

/** The files that somebody asked for, newest first, with how far each is. */
export default function ExportsScreen() {
  const { t } = useTranslation()
  const search = useSearch({ from: '/$place/shell/exports' })
  const navigate = useNavigate({ from: '/$place/exports' })
  const { data, isWaiting, isStale, failure, ask } = useAnswer(ExportsDocument, pageArguments(search))
  const columns = useColumns()
  const files = data?.exports
  usePolling(Boolean(files?.nodes.some(isOnItsWay)), ask)
  return (
    <>
      <header className="screen-head">
        <div>
          <h1>{t('exports.title')}</h1>
          <p>{t('exports.lead')}</p>
        </div>
      </header>
      {failure && <FailureNote failure={failure} onRetry={ask} />}
      {isWaiting && <Waiting />}
      <Answered isStale={isStale}>
        {files && files.nodes.length > 0 && (
          <div className="stacked">
            <DataTable
              rows={files.nodes}
              columns={columns}
              rowId={({ id }) => id}
              label={t('exports.title')}
            />
          </div>
        )}
        {files && files.nodes.length === 0 && (
          <EmptyList isFiltered={false}>
            <p>{t('exports.none')}</p>
          </EmptyList>
        )}
      </Answered>
      {files && (
        <Pager isStale={isStale} pageInfo={files.pageInfo} onTurn={(page) => navigate({ search: page })} />
      )}
      <StartFile onDone={ask} />
    </>
  )
}

const BYTES_OF_KB = 1_000

function useColumns(): readonly Column<ExportRowFragment>[] {
  const { t, i18n } = useTranslation()
  const { timeZone } = usePlace()
  return [
    {
      id: 'what',
      header: t('exports.what'),
      cell: ({ kind, format }) => (
        <>
          {t(`exports.${kind as 'AUDIT'}`)}
          <div className="quiet">{t(`exports.${format as 'CSV'}`)}</div>
        </>
      ),
    },
    {
      ...{ id: 'asked', header: t('exports.askedAt') },
      cell: ({ askedAt }) => formatInstant(askedAt, i18n.language, timeZone),
    },
    {
      ...{ id: 'rows', header: t('exports.rows'), isNumber: true, isMinor: true },
      cell: ({ rows }) => formatCount(rows, i18n.language),
    },
    {
      ...{ id: 'size', header: t('exports.size'), isNumber: true, isMinor: true },
      cell: ({ bytes }) =>
        t('exports.kb', { count: formatCount(Math.ceil(bytes / BYTES_OF_KB), i18n.language) as never }),
    },
    {
      id: 'state',
      header: t('exports.state'),
      cell: (file) => (
        <>
          <ExportLink file={file} />
          {file.failure && <div className="quiet">{t('exports.failed', { why: file.failure })}</div>}
        </>
      ),
    },
  ]
}

/** The lists that may be asked for here, as docs/exports.md has them. */
function kindsAt({ kind, scopes }: Place): readonly Kind[] {
  const isMember = kind === 'member'
  const has = (...any: string[]) => any.some((scope) => scopes.has(scope))
  return [
    ...(has('purchases:write', 'reports:read', 'coalition:read') ? (['PURCHASES', 'REFUNDS'] as const) : []),
    ...(has(isMember ? 'customers:read' : 'coalition:read') ? (['CUSTOMERS'] as const) : []),
    ...(has(isMember ? 'wallet:read' : 'coalition:read') ? (['ENTRIES'] as const) : []),
    ...(!isMember && has('reports:read') ? (['TRANSFERS'] as const) : []),
    ...(has('reports:read') ? (['STATEMENTS'] as const) : []),
    ...(has(isMember ? 'member:write' : 'coalition:read') ? (['AUDIT'] as const) : []),
  ]
}

/** Asks for a whole list. */
function StartFile({ onDone }: { readonly onDone: () => void }) {
  const { t, i18n } = useTranslation()
  const place = usePlace()
  const kinds = kindsAt(place)
  const [kind, setKind] = useState<Kind>(kinds[0] ?? 'STATEMENTS')
  const [format, setFormat] = useState<Format>(i18n.language === 'ru' ? 'CSV_RU' : 'CSV')
  const start = useCommand(StartExportDocument, onDone)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void start.run((idempotencyKey) => ({ input: { kind, format, idempotencyKey } }))
  }
  return (
    <form className="sheet form" onSubmit={submit}>
      <h2>{t('exports.start')}</h2>
      <p className="quiet">{t('exports.startText')}</p>
      <div className="form-row">
        <NativeSelect
          label={t('exports.list')}
          value={kind}
          data={kinds.map((value) => ({ value, label: t(`exports.${value}`) }))}
          onChange={(event) => setKind(event.currentTarget.value as Kind)}
        />
        <NativeSelect
          label={t('exports.format')}
          value={format}
          data={FORMATS.map((value) => ({ value, label: t(`exports.${value}`) }))}
          onChange={(event) => setFormat(event.currentTarget.value as Format)}
        />
      </div>
      <OutcomeNote outcome={start.outcome} />
      <Button type="submit" loading={start.isBusy}>
        {t('exports.startIt')}
      </Button>
    </form>
  )
}
