import { useTranslation } from 'react-i18next'

const TONES: Readonly<Record<string, string>> = {
  STATED: 'wait',
  ACCEPTED: 'good',
  DISPUTED: 'bad',
  RESOLVED: 'good',
}

/** How a statement stands, in a word. */
export function StatementTag({ status }: { readonly status: string }) {
  const { t } = useTranslation()
  return (
    <span className="tag" data-tone={TONES[status]}>
      {t(`statements.${status as 'STATED'}`)}
    </span>
  )
}
