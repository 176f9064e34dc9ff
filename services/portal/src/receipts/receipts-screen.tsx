import { Link, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import '../approvals/approvals.css'
import '../command/command.css'
import '../connect/connect.css'
import { usePlace } from '../place/use-place.ts'
import { ClaimsPart } from './claims-part.tsx'
import { DrivesPart } from './drives-part.tsx'

/** Claims of fiscal receipts that wait for the member's yes, and the drives in its tills. */
export default function ReceiptsScreen() {
  const { t } = useTranslation()
  const place = usePlace()
  const { part = 'claims' } = useSearch({ from: '/$place/shell/receipts' })
  return (
    <>
      <header className="screen-head">
        <div>
          <h1>{t('receipts.title')}</h1>
          <p>{t('receipts.lead')}</p>
        </div>
        <nav className="tabs" aria-label={t('receipts.title')}>
          {(['claims', 'drives'] as const).map((one) => (
            <Link
              key={one}
              className="tab"
              aria-current={one === part ? 'page' : undefined}
              {...{ to: '/$place/receipts', params: { place: place.id }, activeOptions: { exact: true } }}
              search={one === 'drives' ? { part: one } : {}}
            >
              {t(`receipts.${one}`)}
            </Link>
          ))}
        </nav>
      </header>
      {part === 'claims' ? <ClaimsPart /> : <DrivesPart />}
    </>
  )
}
