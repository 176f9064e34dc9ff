import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePlace } from '../place/use-place.ts'
import mark from '../theme/mark.svg'
import { MenuIcon } from './icons.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { MenuItemIcon } from './menu-icon.tsx'
import { navigationOf } from './navigation.ts'
import { OfflineNote } from './offline-note.tsx'
import { PersonMenu } from './person-menu.tsx'
import { PlaceSwitch } from './place-switch.tsx'
import { SchemeSwitch } from './scheme-switch.tsx'

/** The frame of every screen but the till: whose place it is, what the roles there lead to, and the screen. */
export default function ShellScreen() {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const { pathname } = useLocation()
  useEffect(() => setOpen(false), [pathname])
  return (
    <div className="frame" data-menu={isOpen ? 'open' : 'closed'}>
      <a className="skip" href="#screen">
        {t('shell.skip')}
      </a>
      <header className="head">
        <button
          type="button"
          className="switch menu-button"
          aria-label={t('shell.menu')}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          <MenuIcon />
        </button>
        <Link to="/" className="mark" aria-label="Artel">
          <img src={mark} alt="" width="30" height="30" />
          <strong className="mark-name">Artel</strong>
        </Link>
        <PlaceSwitch />
        <span className="head-end">
          <LanguageSwitch />
          <SchemeSwitch />
          <PersonMenu />
        </span>
      </header>
      <nav className="menu" aria-label={t('shell.menu')}>
        <MenuList />
      </nav>
      <main id="screen" tabIndex={-1}>
        <OfflineNote />
        <div className="screen">
          <Outlet />
        </div>
      </main>
    </div>
  )
}

function MenuList() {
  const { t } = useTranslation()
  const place = usePlace()
  return (
    <ul className="menu-list">
      {navigationOf(place).map(({ to, words }) => (
        <li key={to}>
          <Link
            {...{ to, params: { place: place.id }, className: 'menu-item' }}
            activeProps={{ 'aria-current': 'page' }}
            activeOptions={{ exact: to === '/$place', includeSearch: false }}
          >
            <MenuItemIcon of={words} />
            {t(`menu.${words}`)}
          </Link>
        </li>
      ))}
    </ul>
  )
}
