import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnswer } from '../api/use-answer.ts'
import { ConfirmButton } from '../command/confirm-button.tsx'
import { useCommand } from '../command/use-command.ts'
import { ConnectTillsDocument, RevokeTillDocument, type TillRowFragment } from '../generated/graphql.ts'
import type { Column } from '../list/data-table.tsx'
import { PAGE_SIZE } from '../list/page-arguments.ts'
import { formatInstant } from '../number/format-time.ts'
import { usePlace } from '../place/use-place.ts'
import { forgetTill, keptTill } from '../till/kept-till.ts'
import { ConnectList } from './connect-list.tsx'
import { OwnPin } from './own-pin.tsx'
import { ThisDevice } from './this-device.tsx'

/** Tills of the member; this device may become one, or is. */
export function TillsPart() {
  const { t } = useTranslation()
  const { all, after } = useSearch({ from: '/$place/shell/connect' })
  const [here, setHere] = useState(keptTill)
  const answer = useAnswer(ConnectTillsDocument, {
    ...{ first: PAGE_SIZE, after: after ?? null, standing: all ? null : true },
  })
  const look = () => {
    setHere(keptTill())
    answer.ask()
  }
  const columns = useColumns(here?.id ?? null, look)
  const page = answer.data?.tills
  return (
    <>
      <ConnectList
        {...{ answer, columns, label: t('connect.tills'), none: t('tills.none') }}
        isAny={(answer.data?.ever.nodes.length ?? 0) > 0}
        page={page && { ...page, pageInfo: { ...page.pageInfo, hasPreviousPage: false } }}
      />
      <div className="columns">
        <ThisDevice here={here} onChange={look} />
        <OwnPin />
      </div>
    </>
  )
}

function useColumns(hereId: string | null, onDone: () => void): readonly Column<TillRowFragment>[] {
  const { t, i18n } = useTranslation()
  const { timeZone } = usePlace()
  return [
    {
      id: 'till',
      header: t('tills.till'),
      cell: ({ id, name, place }) => (
        <>
          {name} {id === hereId && <span className="tag">{t('tills.here')}</span>}
          {place && <div className="quiet">{place}</div>}
        </>
      ),
    },
    {
      ...{ id: 'idle', header: t('tills.idle'), isMinor: true },
      cell: ({ idleMinutes }) => t('tills.minutes', { count: idleMinutes }),
    },
    {
      ...{ id: 'used', header: t('tills.lastUsed') },
      cell: ({ lastUsedAt }) => (
        <>
          <span className="narrow quiet">{t('tills.lastUsed')}</span>
          {lastUsedAt ? formatInstant(lastUsedAt, i18n.language, timeZone) : t('tills.never')}
        </>
      ),
    },
    {
      id: 'state',
      header: t('connect.state'),
      cell: (till) =>
        till.revokedAt ? (
          <span className="tag" data-tone="bad">
            {t('tills.over')}
          </span>
        ) : (
          <RevokeTill {...{ till, onDone }} />
        ),
    },
  ]
}

function RevokeTill({ till, onDone }: { readonly till: TillRowFragment; readonly onDone: () => void }) {
  const { t } = useTranslation()
  const revoke = useCommand(RevokeTillDocument, () => {
    if (keptTill()?.id === till.id) forgetTill()
    onDone()
  })
  return (
    <ConfirmButton
      isSmall
      {...revoke}
      isDestructive
      words={t('tills.revoke')}
      question={t('tills.revokeAsk', { name: till.name })}
      onConfirm={() => revoke.run(() => ({ input: { id: till.id } }))}
    />
  )
}
