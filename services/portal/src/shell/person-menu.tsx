import { useTranslation } from 'react-i18next'
import { usePlace } from '../place/use-place.ts'
import { signOut } from '../session/sign-out.ts'
import { useSession } from '../session/use-me.tsx'
import { Drop } from './drop.tsx'

/** Who is signed in, as what, and the way out. */
export function PersonMenu() {
  const { t } = useTranslation()
  const { me, become } = useSession()
  const place = usePlace()
  const name = me?.person.name ?? me?.person.email ?? ''
  return (
    <Drop className="person" label={t('shell.person', { name })} button={initialsOf(name)}>
      <p className="drop-note">
        <strong>{name}</strong>
        <br />
        {place.roles.map((role) => t(`role.${role as 'CASHIER'}`)).join(', ')}
      </p>
      <button type="button" className="drop-item" onClick={() => signOut(place.id, become)}>
        {t('shell.signOut')}
      </button>
    </Drop>
  )
}

const initialsOf = (name: string): string =>
  name
    .split(/[\s@.]+/)
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join('')
