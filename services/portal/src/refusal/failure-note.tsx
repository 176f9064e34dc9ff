import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Failure } from '../api/failure.ts'
import { Note } from './note.tsx'

interface FailureNoteProps {
  readonly failure: Failure
  readonly onRetry?: () => void
}

/** Says why there is no answer and what can be done. Whose session is over is asked to sign in again above the page. */
export function FailureNote({ failure, onRetry }: FailureNoteProps) {
  const { t } = useTranslation()
  return (
    <Note tone={failure.kind === 'offline' ? 'wait' : 'bad'} title={t(`failure.${failure.kind}.title`)}>
      <p>{t(`failure.${failure.kind}.text`)}</p>
      {failure.requestId && (
        <p>
          {t('failure.number')} <code>{failure.requestId}</code>
        </p>
      )}
      {onRetry && failure.kind !== 'not-allowed' && (
        <Button size="xs" variant="default" onClick={onRetry}>
          {t('failure.retry')}
        </Button>
      )}
    </Note>
  )
}
