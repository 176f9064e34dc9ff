import { Button } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '../api/failure.ts'
import { useSession } from '../session/use-me.tsx'
import { Note } from './note.tsx'

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
