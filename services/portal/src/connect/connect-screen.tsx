import { Link, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import '../command/command.css'
import { usePlace } from '../place/use-place.ts'
import './connect.css'
import { CONNECT_PARTS, type ConnectPart } from './connect-search.ts'
import { KeysPart } from './keys-part.tsx'
import { PeoplePart } from './people-part.tsx'
import { TillsPart } from './tills-part.tsx'

const SHOWN: Readonly<Record<ConnectPart, () => React.JSX.Element>> = {
  people: PeoplePart,
  tills: TillsPart,
  keys: KeysPart,
}

/** Who works here, at which tills, and which programs: people, tills and keys of a member, people and keys of a coalition. */
export default function ConnectScreen() {
  const { t } = useTranslation()
  const place = usePlace()
  const { part: asked } = useSearch({ from: '/$place/shell/connect' })
  const parts = CONNECT_PARTS.filter((one) => one !== 'tills' || place.kind === 'member')
  const part = parts.find((one) => one === asked) ?? 'people'
  const Shown = SHOWN[part]
  return (
    <>
      <header className="screen-head">
        <div>
          <h1>{t('connect.title')}</h1>
          <p>{t('connect.lead')}</p>
        </div>
        <nav className="tabs" aria-label={t('connect.title')}>
          {parts.map((one) => (
            <Link
              key={one}
              className="tab"
              aria-current={one === part ? 'page' : undefined}
              {...{ to: '/$place/connect', params: { place: place.id }, activeOptions: { exact: true } }}
              search={one === 'people' ? {} : { part: one }}
            >
              {t(`connect.${one}`)}
            </Link>
          ))}
        </nav>
      </header>
      <Shown key={part} />
    </>
  )
}
