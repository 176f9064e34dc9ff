import { Center, Loader, VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** Something is being asked for. */
export function Waiting() {
  const { t } = useTranslation()
  return (
    <Center className="waiting" role="status">
      <Loader type="dots" />
      <VisuallyHidden>{t('shell.waiting')}</VisuallyHidden>
    </Center>
  )
}
