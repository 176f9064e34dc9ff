import { Alert, Button, Code, Group, Text } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '../api/failure.ts'
import { useSession } from '../session/use-me.tsx'

interface FailureNoteProps {
  readonly failure: Failure
  readonly onRetry?: () => void
}

/** Says why there is no answer and what can be done. Whose session is over is asked to sign in again. */
export function FailureNote({ failure, onRetry }: FailureNoteProps) {
  const { t } = useTranslation()
  const { become } = useSession()
  const isOver = failure.kind === 'signed-out'
  useEffect(() => {
    if (isOver) become(null)
  }, [isOver, become])
  return (
    <Alert
      color={failure.kind === 'offline' ? 'yellow' : 'red'}
      title={t(`failure.${failure.kind}.title`)}
      role="alert"
    >
      <Text size="sm">{t(`failure.${failure.kind}.text`)}</Text>
      {failure.requestId && (
        <Text size="sm" mt="xs">
          {t('failure.number')} <Code>{failure.requestId}</Code>
        </Text>
      )}
      {onRetry && failure.kind !== 'not-allowed' && (
        <Group mt="sm">
          <Button size="xs" variant="default" onClick={onRetry}>
            {t('failure.retry')}
          </Button>
        </Group>
      )}
    </Alert>
  )
}
