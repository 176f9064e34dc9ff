import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { usePlace } from '../place/use-place.ts'
import { useSession } from '../session/use-me.tsx'
import { Drop } from './drop.tsx'

/** Where somebody works now; a menu where there are several such places. */
export function PlaceSwitch() {
  const { t } = useTranslation()
  const { me } = useSession()
  const place = usePlace()
  const others = me?.places.filter(({ id }) => id !== place.id) ?? []
  if (others.length === 0) return <strong className="place">{place.name}</strong>
  return (
    <Drop className="place place-switch" label={t('shell.place', { name: place.name })} button={place.name}>
      {others.map(({ id, name, coalitionName }) => (
        <Link key={id} className="drop-item" to="/$place" params={{ place: id }}>
          {name}
          {coalitionName !== name && <span className="quiet"> {coalitionName}</span>}
        </Link>
      ))}
    </Drop>
  )
}
