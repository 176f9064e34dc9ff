import { useTranslation } from 'react-i18next'
import './settlement.css'

/** The states of a window, in their order. */
export const WINDOW_STATES = ['OPEN', 'CLOSED', 'STATED', 'AGREED', 'APPROVED', 'SETTLED'] as const
export type WindowState = (typeof WINDOW_STATES)[number]

/** A window's way from open to settled, with where it is. */
export function WindowWay({ status }: { readonly status: string }) {
  const { t } = useTranslation()
  const reached = (WINDOW_STATES as readonly string[]).indexOf(status)
  return (
    <ol className="way" aria-label={t('windows.way')}>
      {WINDOW_STATES.map((state, index) => {
        const isPast = index < reached || (index === reached && state === 'SETTLED')
        const where = isPast ? 'past' : index === reached ? 'now' : 'ahead'
        return (
          <li
            key={state}
            className="stop"
            data-state={where}
            {...(index === reached ? { 'aria-current': 'step' } : {})}
          >
            {t(`windows.${state}`)}
          </li>
        )
      })}
    </ol>
  )
}
