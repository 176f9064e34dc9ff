import { useTranslation } from 'react-i18next'

const TONES: Readonly<Record<string, string>> = {
  ...{ INVITED: 'wait', ACTIVE: 'good', SUSPENDED: 'bad', EXITING: 'wait' },
}

/** How a member stands, in a word. */
export function MemberTag({ status }: { readonly status: string }) {
  const { t } = useTranslation()
  return (
    <span className="tag" data-tone={TONES[status]}>
      {t(`members.${status as 'ACTIVE'}`)}
    </span>
  )
}
