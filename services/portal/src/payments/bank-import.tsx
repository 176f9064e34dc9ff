import { Button, FileInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { OutcomeNote } from '../command/outcome-note.tsx'
import { useCommand } from '../command/use-command.ts'
import { ImportBankFileDocument, type ImportBankFileMutation } from '../generated/graphql.ts'
import { type Column, DataTable } from '../list/data-table.tsx'
import { formatMoney } from '../number/format-money.ts'
import { formatLocalDay } from '../number/format-time.ts'
import { base64Of, isTooLarge } from './bank-file.ts'
import './payments.css'

type Imported = Extract<
  ImportBankFileMutation['bankStatementImport'],
  { readonly __typename: 'BankStatementImportPayload' }
>
type BankLine = Imported['lines'][number]

/** Takes the bank's file and says of each movement what it paid, or why it paid nothing. */
export function BankImport({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation()
  const [file, setFile] = useState<File | null>(null)
  const command = useCommand(ImportBankFileDocument, onDone)
  const { outcome } = command
  const send = async () => {
    if (!file || isTooLarge(file)) return
    const contentBase64 = await base64Of(file)
    await command.run((idempotencyKey) => ({ input: { idempotencyKey, contentBase64 } }))
  }
  return (
    <section className="sheet import">
      <h2>{t('payments.importTitle')}</h2>
      <p className="quiet">{t('payments.importLead')}</p>
      <form
        className="filters"
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <FileInput
          label={t('payments.file')}
          placeholder={t('payments.choose')}
          accept=".txt,.xml"
          value={file}
          onChange={setFile}
          error={file && isTooLarge(file) ? t('payments.fileTooLarge') : undefined}
        />
        <Button type="submit" loading={command.isBusy} disabled={!file || isTooLarge(file)}>
          {t('payments.import')}
        </Button>
      </form>
      <OutcomeNote outcome={outcome} />
      {outcome?.kind === 'done' && <ImportedLines lines={outcome.payload.lines} />}
    </section>
  )
}

function ImportedLines({ lines }: { readonly lines: readonly BankLine[] }) {
  const { t, i18n } = useTranslation()
  const wordOf = (code: string): string =>
    i18n.exists(`payments.reasons.${code}`) ? t(`payments.reasons.${code as 'NOTHING_LEFT'}`) : code
  const columns: readonly Column<BankLine>[] = [
    {
      ...{ id: 'day', header: t('payments.day'), isMinor: true },
      cell: ({ bookedOn }) => formatLocalDay(bookedOn, i18n.language),
    },
    { id: 'purpose', header: t('payments.purpose'), cell: ({ purpose }) => purpose, isMinor: true },
    {
      id: 'verdict',
      header: t('payments.verdict'),
      cell: ({ verdict, reason, otherPayer, foundBefore, remarks }) => (
        <>
          <span className="tag" data-tone={verdict === 'MATCHED' ? 'good' : 'wait'}>
            {i18n.exists(`payments.verdicts.${verdict}`)
              ? t(`payments.verdicts.${verdict as 'MATCHED'}`)
              : verdict}
          </span>
          {reason && <div className="quiet">{wordOf(reason)}</div>}
          {otherPayer && <div className="quiet">{t('payments.otherPayer')}</div>}
          {remarks.map(({ code, field, line }) => (
            <div key={`${code} ${line}`} className="quiet">
              {field === '' ? wordOf(code) : `${field}: ${wordOf(code)}`}
            </div>
          ))}
          {foundBefore && <div className="quiet">{t('payments.known')}</div>}
        </>
      ),
    },
    {
      ...{ id: 'amount', header: t('payments.amount'), isNumber: true },
      cell: ({ amount, direction }) =>
        `${direction === 'OUT' ? '−' : '+'}${formatMoney(amount, i18n.language)}`,
    },
  ]
  return (
    <DataTable
      rows={lines}
      columns={columns}
      rowId={({ line }) => String(line)}
      label={t('payments.importTitle')}
    />
  )
}
