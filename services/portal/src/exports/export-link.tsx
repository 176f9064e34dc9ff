import { useTranslation } from 'react-i18next'
import type { ExportRowFragment } from '../generated/graphql.ts'
import { formatInstant } from '../number/format-time.ts'
import { usePlace } from '../place/use-place.ts'

/** Where a file is on its way, and its address once it is ready. */
export function ExportLink({ file }: { readonly file: ExportRowFragment }) {
  const { t, i18n } = useTranslation()
  const { timeZone } = usePlace()
  if (file.state === 'READY' && file.url)
    return (
      <span>
        <a href={file.url} download>
          {t('file.download')}
        </a>{' '}
        {file.endsAt && (
          <span className="quiet">
            {t('file.until', { at: formatInstant(file.endsAt, i18n.language, timeZone) })}
          </span>
        )}
      </span>
    )
  if (file.state === 'QUEUED' || file.state === 'RUNNING')
    return (
      <span className="file-way" role="status">
        <progress max={100} value={file.percent} aria-label={t('file.written')} />{' '}
        {t('file.soFar', { percent: file.percent })}
      </span>
    )
  return (
    <span className="tag" data-tone="bad">
      {t(file.state === 'FAILED' ? 'file.failed' : 'file.ended')}
    </span>
  )
}

/** Whether a file is still being written. */
export const isOnItsWay = ({ state }: Pick<ExportRowFragment, 'state'>): boolean =>
  state === 'QUEUED' || state === 'RUNNING'
