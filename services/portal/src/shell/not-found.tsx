import { Stack, Text, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { DoorFrame } from '../session/door-frame.tsx'

/** There is no such screen. */
export function NotFoundScreen() {
  const { t } = useTranslation()
  return (
    <DoorFrame>
      <Stack gap="md">
        <Title order={1}>{t('shell.notFound')}</Title>
        <Text>
          <Link to="/">{t('shell.toStart')}</Link>
        </Text>
      </Stack>
    </DoorFrame>
  )
}
