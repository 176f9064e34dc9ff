import { Button, TextInput } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnswer } from '../api/use-answer.ts'
import { ConfirmButton } from '../command/confirm-button.tsx'
import { OutcomeNote } from '../command/outcome-note.tsx'
import { useCommand } from '../command/use-command.ts'
import {
  AddDriveDocument,
  CloseDriveDocument,
  FiscalDrivesDocument,
  type FiscalDrivesQuery,
} from '../generated/graphql.ts'
import { Answered } from '../list/answered.tsx'
import { type Column, DataTable } from '../list/data-table.tsx'
import { EmptyList } from '../list/empty-list.tsx'
import { pageArguments } from '../list/page-arguments.ts'
import { Pager } from '../list/pager.tsx'
import { formatInstant } from '../number/format-time.ts'
import { addDays, localDayOf, startOfDay } from '../number/local-day.ts'
import { usePlace } from '../place/use-place.ts'
import { FailureNote } from '../refusal/failure-note.tsx'
import { useFieldError } from '../refusal/use-field-at-fault.ts'
import { Waiting } from '../shell/waiting.tsx'

type Drive = FiscalDrivesQuery['fiscalDrives']['nodes'][number]
const BACK_DAYS = 30

/** The fiscal drives in the member's tills: only what they print can be claimed. */
export function DrivesPart() {
  const { t } = useTranslation()
  const { after, before } = useSearch({ from: '/$place/shell/receipts' })
  const navigate = useNavigate({ from: '/$place/receipts' })
  const { data, isWaiting, isStale, failure, ask } = useAnswer(
    FiscalDrivesDocument,
    pageArguments({ after, before }),
  )
  const columns = useColumns(ask)
  const drives = data?.fiscalDrives
  return (
    <>
      {failure && <FailureNote failure={failure} onRetry={ask} />}
      {isWaiting && <Waiting />}
      <Answered isStale={isStale}>
        {drives && drives.nodes.length > 0 && (
          <div className="stacked">
            <DataTable
              rows={drives.nodes}
              columns={columns}
              rowId={({ id }) => id}
              label={t('receipts.drives')}
            />
          </div>
        )}
        {drives && drives.nodes.length === 0 && (
          <EmptyList isFiltered={false}>
            <p>{t('receipts.noDrives')}</p>
          </EmptyList>
        )}
      </Answered>
      {drives && (
        <Pager
          isStale={isStale}
          pageInfo={drives.pageInfo}
          onTurn={(page) => navigate({ search: { part: 'drives', ...page } })}
        />
      )}
      <AddDrive onDone={ask} />
    </>
  )
}

function useColumns(onDone: () => void): readonly Column<Drive>[] {
  const { t, i18n } = useTranslation()
  const { timeZone } = usePlace()
  return [
    { id: 'fn', header: t('receipts.drive'), cell: ({ fn }) => <span className="amount">{fn}</span> },
    {
      ...{ id: 'since', header: t('receipts.since') },
      cell: ({ since }) => (
        <>
          <span className="narrow quiet">{t('receipts.since')}</span>
          {formatInstant(since, i18n.language, timeZone)}
        </>
      ),
    },
    {
      ...{ id: 'until', header: t('receipts.until') },
      cell: (drive) =>
        drive.until ? (
          formatInstant(drive.until, i18n.language, timeZone)
        ) : (
          <CloseDrive drive={drive} onDone={onDone} />
        ),
    },
  ]
}

function CloseDrive({ drive, onDone }: { readonly drive: Drive; readonly onDone: () => void }) {
  const { t } = useTranslation()
  const close = useCommand(CloseDriveDocument, onDone)
  return (
    <div className="steps-row">
      <span className="tag" data-tone="good">
        {t('receipts.inUse')}
      </span>
      <ConfirmButton
        {...close}
        isSmall
        isDestructive
        words={t('receipts.close')}
        question={t('receipts.closeAsk', { fn: drive.fn })}
        onConfirm={() => close.run(() => ({ input: { id: drive.id } }))}
      />
    </div>
  )
}

function AddDrive({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation()
  const place = usePlace()
  const [fn, setFn] = useState('')
  const [since, setSince] = useState('')
  const add = useCommand(AddDriveDocument, () => {
    setFn('')
    setSince('')
    onDone()
  })
  const errorOf = useFieldError(add.outcome?.kind === 'refused' ? add.outcome.refusal : null)
  const today = localDayOf(place.now(), place.timeZone)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const from = since === '' ? {} : { since: startOfDay(since, place.timeZone).toISOString() }
    void add.run(() => ({ input: { fn: fn.replaceAll(/\s/g, ''), ...from } }))
  }
  return (
    <form className="sheet form" onSubmit={submit}>
      <h2>{t('receipts.add')}</h2>
      <p className="quiet">{t('receipts.addText')}</p>
      <div className="form-row">
        <TextInput
          {...{
            required: true,
            inputMode: 'numeric',
            autoComplete: 'off',
            label: t('receipts.fn'),
            value: fn,
          }}
          error={errorOf('fn')}
          onChange={(event) => setFn(event.currentTarget.value)}
        />
        <TextInput
          {...{ type: 'date', min: addDays(today, 1 - BACK_DAYS), max: today, value: since }}
          label={t('receipts.addSince')}
          onChange={(event) => setSince(event.currentTarget.value)}
        />
      </div>
      <OutcomeNote outcome={add.outcome} />
      <Button type="submit" loading={add.isBusy}>
        {t('receipts.add')}
      </Button>
    </form>
  )
}
