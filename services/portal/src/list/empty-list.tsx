import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

interface EmptyListProps {
  /** Whether conditions hide what there may be. */
  readonly isFiltered: boolean
  readonly onDropFilters?: () => void
  /** What makes the first one. */
  readonly children: ReactNode
}

/** Why a list shows nothing: there is nothing yet, or nothing fits. */
export function EmptyList({ isFiltered, onDropFilters, children }: EmptyListProps) {
  const { t } = useTranslation()
  return (
    <div className="empty" role="status">
      <strong>{t(isFiltered ? 'list.noneForFilters' : 'list.noneYet')}</strong>
      {isFiltered
        ? onDropFilters && (
            <Button variant="default" onClick={onDropFilters}>
              {t('list.dropFilters')}
            </Button>
          )
        : children}
    </div>
  )
}
