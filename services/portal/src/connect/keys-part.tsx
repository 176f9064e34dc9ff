import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnswer } from '../api/use-answer.ts'
import { ConnectKeysDocument, type KeyRowFragment } from '../generated/graphql.ts'
import type { Column } from '../list/data-table.tsx'
import { pageArguments } from '../list/page-arguments.ts'
import { formatDay, formatEnd, formatInstant } from '../number/format-time.ts'
import { usePlace } from '../place/use-place.ts'
import { ConnectList } from './connect-list.tsx'
import { KeySteps } from './key-steps.tsx'
import { MakeKey } from './make-key.tsx'
import { type Secret, ShownOnce } from './shown-once.tsx'

/** Keys with which programs act for the member, or for the coalition. */
export function KeysPart() {
  const { t } = useTranslation()
  const { kind } = usePlace()
  const { all, after, before } = useSearch({ from: '/$place/shell/connect' })
  const [secret, setSecret] = useState<Secret | null>(null)
  const owner = kind === 'coalition' ? { ofCoalition: true } : {}
  const answer = useAnswer(ConnectKeysDocument, {
    ...pageArguments({ after, before }),
    filter: { ...owner, ...(all ? {} : { state: 'LIVING' as const }) },
    owner,
  })
  const columns = useColumns(answer.ask, setSecret)
  return (
    <>
      {secret && <ShownOnce {...secret} onHide={() => setSecret(null)} />}
      <ConnectList
        {...{ answer, columns, label: t('connect.keys'), none: t('keys.none') }}
        isAny={(answer.data?.ever.nodes.length ?? 0) > 0}
        page={answer.data?.apiKeys}
      />
      <MakeKey onDone={answer.ask} onSecret={setSecret} />
    </>
  )
}

function useColumns(
  onDone: () => void,
  onSecret: (secret: Secret) => void,
): readonly Column<KeyRowFragment>[] {
  const { t, i18n } = useTranslation()
  const { timeZone, now } = usePlace()
  const stateOf = ({ revokedAt, endsAt }: KeyRowFragment) =>
    revokedAt ? 'revoked' : endsAt && new Date(endsAt) <= now() ? 'over' : 'works'
  return [
    {
      id: 'key',
      header: t('keys.key'),
      cell: ({ name, lastFour }) => (
        <>
          {name}
          <div className="quiet">…{lastFour}</div>
        </>
      ),
    },
    {
      ...{ id: 'scopes', header: t('keys.scopes'), isMinor: true },
      cell: ({ scopes }) => (
        <details>
          <summary>{scopes.length}</summary>
          {scopes.map((scope) => (
            <div key={scope}>{t(`keys.scope.${scope as 'wallet:read'}`, { nsSeparator: false })}</div>
          ))}
        </details>
      ),
    },
    {
      ...{ id: 'made', header: t('keys.made'), isMinor: true },
      cell: ({ createdAt }) => formatDay(createdAt, i18n.language, timeZone),
    },
    {
      ...{ id: 'used', header: t('keys.lastUsed') },
      cell: ({ lastUsedAt }) => (
        <>
          <span className="narrow quiet">{t('keys.lastUsed')}</span>
          {lastUsedAt ? formatInstant(lastUsedAt, i18n.language, timeZone) : t('keys.never')}
        </>
      ),
    },
    {
      ...{ id: 'ends', header: t('keys.ends'), isMinor: true },
      cell: ({ endsAt }) => (endsAt ? formatEnd(endsAt, i18n.language, timeZone) : t('keys.endless')),
    },
    {
      id: 'state',
      header: t('connect.state'),
      cell: (key) => {
        const state = stateOf(key)
        return state === 'works' ? (
          <KeySteps {...{ apiKey: key, onDone, onSecret }} />
        ) : (
          <span className="tag" data-tone="bad">
            {t(`keys.${state}`)}
          </span>
        )
      },
    },
  ]
}
