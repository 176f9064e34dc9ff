import { Navigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { formatLocalDay } from '../number/format-time.ts'
import { localDayOf } from '../number/local-day.ts'
import { usePlace } from '../place/use-place.ts'
import { useSession } from '../session/use-me.tsx'
import { CoalitionHome } from './coalition-home.tsx'
import { MemberHome } from './member-home.tsx'

/** What somebody opens in the morning, by the role here. A cashier's morning is the till. */
export default function HomeScreen() {
  const { t, i18n } = useTranslation()
  const place = usePlace()
  const { me } = useSession()
  const isManager = place.roles.includes('MEMBER_MANAGER')
  if (place.kind === 'member' && !isManager)
    return <Navigate to="/$place/till" params={{ place: place.id }} search={{}} replace />
  const firstName = me?.person.name?.split(/\s+/)[0] ?? place.name
  return (
    <>
      <header className="screen-head">
        <div>
          <h1>{t('home.hello', { name: firstName })}</h1>
          <p>{formatLocalDay(localDayOf(place.now(), place.timeZone), i18n.language)}</p>
        </div>
      </header>
      {place.kind === 'member' ? <MemberHome /> : <CoalitionHome />}
    </>
  )
}
