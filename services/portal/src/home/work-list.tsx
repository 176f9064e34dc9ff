import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { usePlace } from '../place/use-place.ts'

type CoalitionWork =
  | 'windowsWait'
  | 'disputesWait'
  | 'latePayments'
  | 'adjustmentsWait'
  | 'termsWait'
  | 'invitedWait'
  | 'receiptsWait'

/** Something that waits for somebody. */
export interface Work {
  readonly words: 'statements' | 'asked' | 'holds' | 'keys' | 'approvals' | CoalitionWork
  readonly count: number
  /** Where it is done; none while there is no screen for it. */
  readonly to?:
    | '/$place/statements'
    | '/$place/till'
    | '/$place/windows'
    | '/$place/payments'
    | '/$place/members'
    | '/$place/approvals'
    | '/$place/receipts'
    | '/$place/connect'
}

/** Which part of a screen it is done in. */
const SEARCHES: Readonly<Record<string, { readonly part?: 'orders' | 'keys' }>> = {
  '/$place/till': { part: 'orders' },
  '/$place/connect': { part: 'keys' },
}

/** What waits, or that nothing does. */
export function WorkList({ work }: { readonly work: readonly Work[] }) {
  const { t } = useTranslation()
  const place = usePlace()
  const waiting = work.filter(({ count }) => count > 0)
  return (
    <section className="sheet" aria-labelledby="work">
      <h2 id="work">{t('home.waits')}</h2>
      {waiting.length === 0 && <p className="quiet">{t('home.nothingWaits')}</p>}
      <ul className="work">
        {waiting.map(({ words, count, to }) => (
          <li key={words}>
            {to ? (
              <Link className="work-item" to={to} params={{ place: place.id }} search={SEARCHES[to] ?? {}}>
                <WorkWords {...{ words, count }} />
              </Link>
            ) : (
              <span className="work-item">
                <WorkWords {...{ words, count }} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function WorkWords({ words, count }: Pick<Work, 'words' | 'count'>) {
  const { t } = useTranslation()
  return (
    <>
      <span className="work-count amount">{count}</span>
      <span className="work-title">{t(`home.${words}`, { count })}</span>
    </>
  )
}
