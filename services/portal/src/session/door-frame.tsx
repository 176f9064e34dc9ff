import type { ReactNode } from 'react'
import { LanguageSwitch } from '../shell/language-switch.tsx'
import { SchemeSwitch } from '../shell/scheme-switch.tsx'
import mark from '../theme/mark.svg'

/** The frame of what is seen before somebody is in. */
export function DoorFrame({ children }: { readonly children: ReactNode }) {
  return (
    <div className="door">
      <header className="door-head">
        <span className="mark">
          <img src={mark} alt="" width="32" height="32" />
          <strong>Artel</strong>
        </span>
        <span className="head-end">
          <LanguageSwitch />
          <SchemeSwitch />
        </span>
      </header>
      <main className="door-main">
        <div className="sheet door-card">{children}</div>
      </main>
    </div>
  )
}
