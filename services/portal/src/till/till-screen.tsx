import { useHotkeys } from '@mantine/hooks'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { type ReactNode, useLayoutEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePlace } from '../place/use-place.ts'
import { LanguageSwitch } from '../shell/language-switch.tsx'
import { OfflineNote } from '../shell/offline-note.tsx'
import { PersonMenu } from '../shell/person-menu.tsx'
import { SchemeSwitch } from '../shell/scheme-switch.tsx'
import './till.css'
import { EnrolPart } from './enrol-part.tsx'
import { OrdersPart } from './orders-part.tsx'
import { SalePart } from './sale-part.tsx'
import { TILL_PARTS, type TillPart } from './till-search.ts'
import { TodayPart } from './today-part.tsx'
import { AsideCommands, UnknownCommand } from './unknown-command.tsx'
import { type TillCommands, useTillCommands } from './use-till-commands.ts'
import { useTillLock } from './use-till-lock.ts'

/** The key of each part of the till. */
const KEYS: Readonly<Record<TillPart, string>> = { sale: 'F2', enrol: 'F4', orders: 'F8', today: 'F9' }

/** The till: a shell of its own, with no menu. One thing at a time, by keyboard. */
export default function TillScreen() {
  const { t } = useTranslation()
  const { part: asked = 'sale' } = useSearch({ from: '/$place/till' })
  const place = usePlace()
  const navigate = useNavigate()
  const commands = useTillCommands()
  const { isSending } = commands
  const part = usePartShown(asked, isSending)
  const { cashier, lock } = useTillLock(isSending)
  const open = (one: TillPart) => {
    if (isSending) return
    const search = one === 'sale' ? {} : { part: one }
    void navigate({ to: '/$place/till', params: { place: place.id }, search })
  }
  useHotkeys(
    [
      ...TILL_PARTS.map((one): [string, () => void] => [KEYS[one], () => open(one)]),
      ['F10', () => cashier !== null && !isSending && lock()],
    ],
    [],
  )
  return (
    <div className="till">
      <header className="till-head" inert={isSending}>
        <nav className="till-tabs" aria-label={t('till.title')}>
          {TILL_PARTS.map((one) => (
            <Link
              key={one}
              className="till-tab"
              aria-current={part === one ? 'page' : undefined}
              {...{ to: '/$place/till', params: { place: place.id } }}
              search={one === 'sale' ? {} : { part: one }}
              activeOptions={{ exact: true }}
            >
              {t(`till.${one}`)}
              <kbd className="minor">{KEYS[one]}</kbd>
            </Link>
          ))}
        </nav>
        <div className="till-tabs">
          {place.roles.includes('MEMBER_MANAGER') && (
            <Link className="till-tab" to="/$place" params={{ place: place.id }}>
              {t('till.toPortal')}
            </Link>
          )}
          <LanguageSwitch />
          <SchemeSwitch />
          <WhoIsHere cashier={cashier} onLock={lock} />
        </div>
      </header>
      <div>
        <OfflineNote />
        <main className="till-main">
          <h1 className="till-hint">{place.name}</h1>
          {isSending && (
            <p className="till-sending" role="status">
              {t('till.recording')}
            </p>
          )}
          <StandingStill isStill={isSending}>
            <AsideCommands commands={commands} />
            <TillPartShown part={part} commands={commands} />
          </StandingStill>
        </main>
      </div>
    </div>
  )
}

interface WhoIsHereProps {
  /** Who is in by PIN; null for who signed in by e-mail. */
  readonly cashier: string | null
  readonly onLock: () => void
}

function WhoIsHere({ cashier, onLock }: WhoIsHereProps) {
  const { t } = useTranslation()
  if (cashier === null) return <PersonMenu />
  return (
    <button type="button" className="till-tab till-cashier" onClick={onLock}>
      {t('till.switch', { name: cashier })}
      <kbd className="minor">F10</kbd>
    </button>
  )
}

/** The part that the address asks for; while a command is on its way the one that has sent it stays, and gets the answer. */
function usePartShown(asked: TillPart, isSending: boolean): TillPart {
  const [shown, setShown] = useState(asked)
  if (!isSending && shown !== asked) setShown(asked)
  return isSending ? shown : asked
}

interface StandingStillProps {
  readonly isStill: boolean
  readonly children: ReactNode
}

/** Takes neither keys nor fingers while it stands still; the field that had the keyboard gets it back afterwards. */
function StandingStill({ isStill, children }: StandingStillProps) {
  useLayoutEffect(() => {
    if (!isStill) return
    const before = document.activeElement
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [isStill])
  return (
    <div className="till-part" inert={isStill} aria-busy={isStill}>
      {children}
    </div>
  )
}

function TillPartShown({ part, commands }: { readonly part: TillPart; readonly commands: TillCommands }) {
  if (commands.unknown.length > 0 || commands.settled) return <UnknownCommand commands={commands} />
  if (part === 'enrol') return <EnrolPart />
  if (part === 'orders') return <OrdersPart commands={commands} />
  if (part === 'today') return <TodayPart commands={commands} />
  return <SalePart commands={commands} />
}
