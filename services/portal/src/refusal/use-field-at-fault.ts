import { useTranslation } from 'react-i18next'
import type { Refusal } from '../api/run-command.ts'
import { type FieldAtFault, fieldAtFault } from './field-at-fault.ts'

/** Says which field of the page an input is refused for; null where none is named. */
export function useFieldAtFault(refusal: Partial<Pick<Refusal, 'code' | 'path'>> | null): string | null {
  const { t } = useTranslation()
  const field = fieldAtFault(refusal)
  return field && t('refusal.field', { field: t(`refusal.fields.${field}`) })
}

/** The error of one field of a form; undefined for the others. */
export function useFieldError(
  refusal: Partial<Pick<Refusal, 'code' | 'path'>> | null,
): (field: FieldAtFault) => string | undefined {
  const { t } = useTranslation()
  const named = fieldAtFault(refusal)
  return (field) => (field === named ? t('refusal.thisField') : undefined)
}
