import { useNetwork } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'

/** Says that there is no network: what is shown is from before, and nothing can be sent. */
export function OfflineNote() {
  const { t } = useTranslation()
  const { online } = useNetwork()
  return (
    <div role="status" aria-live="polite">
      {online ? null : <p className="offline">{t('shell.offline')}</p>}
    </div>
  )
}
