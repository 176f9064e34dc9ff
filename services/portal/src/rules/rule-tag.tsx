import { useTranslation } from 'react-i18next'

const TONES: Readonly<Record<string, string>> = { RUNNING: 'good', SCHEDULED: 'wait', PAUSED: 'wait' }

/** How a rule stands, in a word. */
export function RuleTag({ status }: { readonly status: string }) {
  const { t } = useTranslation()
  return (
    <span className="tag" data-tone={TONES[status]}>
      {t(`rules.${status as 'RUNNING'}`)}
    </span>
  )
}
