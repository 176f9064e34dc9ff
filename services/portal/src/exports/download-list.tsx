import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnswer } from '../api/use-answer.ts'
import { OutcomeNote } from '../command/outcome-note.tsx'
import { useCommand } from '../command/use-command.ts'
import {
  ExportOneDocument,
  StartExportDocument,
  type StartExportMutationVariables,
} from '../generated/graphql.ts'
import { usePlace } from '../place/use-place.ts'
import { ExportLink, isOnItsWay } from './export-link.tsx'
import { keepExport, keptExport } from './kept-export.ts'
import { usePolling } from './use-polling.ts'

type Input = StartExportMutationVariables['input']

interface DownloadListProps {
  readonly kind: Input['kind']
  readonly filters?: Input['filters']
}

/** Asks for a list as a file and shows how far it is: also after the page was loaded anew. */
export function DownloadList({ kind, filters = null }: DownloadListProps) {
  const asked = JSON.stringify([kind, filters])
  return <Download key={asked} {...{ kind, filters, asked }} />
}

function Download({ kind, filters, asked }: Required<DownloadListProps> & { readonly asked: string }) {
  const { t, i18n } = useTranslation()
  const { id: place } = usePlace()
  const [id, setId] = useState(() => keptExport(place, asked))
  const start = useCommand(StartExportDocument, ({ export: file }) => {
    keepExport(place, asked, file.id)
    setId(file.id)
  })
  const { data, ask } = useAnswer(ExportOneDocument, { id: id ?? '' }, { isPaused: id === null })
  const file = id === null ? null : data?.export
  usePolling(Boolean(file && isOnItsWay(file)), ask)
  const format = i18n.language === 'ru' ? ('CSV_RU' as const) : ('CSV' as const)
  return (
    <div className="file no-print">
      {file && <ExportLink file={file} />}
      {file && (
        <Link to="/$place/exports" params={{ place }} search={{}}>
          {t('file.mine')}
        </Link>
      )}
      <Button
        variant="default"
        loading={start.isBusy}
        disabled={Boolean(file && isOnItsWay(file))}
        onClick={() =>
          void start.run((idempotencyKey) => ({ input: { kind, format, filters, idempotencyKey } }))
        }
      >
        {t('file.ask')}
      </Button>
      <OutcomeNote outcome={start.outcome} />
    </div>
  )
}
