import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'

interface PagerProps {
  readonly pageInfo: {
    readonly hasNextPage: boolean
    readonly hasPreviousPage: boolean
    readonly startCursor?: string | null
    readonly endCursor?: string | null
  }
  /** Whether the page that is shown is not the one that is asked for: there is nothing to turn yet. */
  readonly isStale?: boolean
  readonly onTurn: (page: { readonly after?: string; readonly before?: string }) => void
}

/** Leads to the pages before and after this one; nothing where there is one page. */
export function Pager({ pageInfo, isStale = false, onTurn }: PagerProps) {
  const { t } = useTranslation()
  const { hasNextPage, hasPreviousPage, startCursor, endCursor } = pageInfo
  if (!hasNextPage && !hasPreviousPage) return null
  return (
    <nav className="pager">
      <Button
        variant="default"
        disabled={!hasPreviousPage}
        onClick={() => startCursor && !isStale && onTurn({ before: startCursor })}
      >
        {t('list.newer')}
      </Button>
      <Button
        variant="default"
        disabled={!hasNextPage}
        onClick={() => endCursor && !isStale && onTurn({ after: endCursor })}
      >
        {t('list.older')}
      </Button>
    </nav>
  )
}
