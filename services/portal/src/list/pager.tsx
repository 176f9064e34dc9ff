import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'

interface PagerProps {
  readonly pageInfo: {
    readonly hasNextPage: boolean
    readonly hasPreviousPage: boolean
    readonly startCursor?: string | null
    readonly endCursor?: string | null
  }
  readonly onTurn: (page: { readonly after?: string; readonly before?: string }) => void
}

/** Leads to the pages before and after this one; nothing where there is one page. */
export function Pager({ pageInfo, onTurn }: PagerProps) {
  const { t } = useTranslation()
  const { hasNextPage, hasPreviousPage, startCursor, endCursor } = pageInfo
  if (!hasNextPage && !hasPreviousPage) return null
  return (
    <nav className="pager">
      <Button
        variant="default"
        disabled={!hasPreviousPage}
        onClick={() => startCursor && onTurn({ before: startCursor })}
      >
        {t('list.newer')}
      </Button>
      <Button
        variant="default"
        disabled={!hasNextPage}
        onClick={() => endCursor && onTurn({ after: endCursor })}
      >
        {t('list.older')}
      </Button>
    </nav>
  )
}
