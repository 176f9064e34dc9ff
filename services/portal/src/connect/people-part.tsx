import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnswer } from '../api/use-answer.ts'
import { ConnectPeopleDocument, type PersonRowFragment } from '../generated/graphql.ts'
import type { Column } from '../list/data-table.tsx'
import { PAGE_SIZE } from '../list/page-arguments.ts'
import { formatDay } from '../number/format-time.ts'
import { usePlace } from '../place/use-place.ts'
import { ConnectList } from './connect-list.tsx'
import { InvitePerson } from './invite-person.tsx'
import { PersonSteps } from './person-steps.tsx'
import { type Secret, ShownOnce } from './shown-once.tsx'

/** People and their roles: invited, working, ended. */
export function PeoplePart() {
  const { t } = useTranslation()
  const { all, after } = useSearch({ from: '/$place/shell/connect' })
  const [secret, setSecret] = useState<Secret | null>(null)
  const answer = useAnswer(ConnectPeopleDocument, {
    ...{ first: PAGE_SIZE, after: after ?? null, standing: all ? null : true },
  })
  const columns = useColumns(answer.ask, setSecret)
  const page = answer.data?.staff
  return (
    <>
      {secret && <ShownOnce {...secret} onHide={() => setSecret(null)} />}
      <ConnectList
        {...{ answer, columns, isAny: true, label: t('connect.people'), none: t('people.none') }}
        page={page && { ...page, pageInfo: { ...page.pageInfo, hasPreviousPage: false } }}
      />
      <InvitePerson onDone={answer.ask} />
    </>
  )
}

function useColumns(
  onDone: () => void,
  onSecret: (secret: Secret) => void,
): readonly Column<PersonRowFragment>[] {
  const { t, i18n } = useTranslation()
  const place = usePlace()
  const where: Column<PersonRowFragment> = {
    ...{ id: 'where', header: t('people.where'), isMinor: true },
    cell: ({ member }) => member?.name ?? place.name,
  }
  return [
    {
      id: 'person',
      header: t('people.person'),
      cell: ({ person, email }) => (
        <>
          {person?.name ?? email}
          {person?.name && <div className="quiet">{email}</div>}
        </>
      ),
    },
    { id: 'role', header: t('people.role'), cell: ({ role }) => t(`role.${role as 'CASHIER'}`) },
    ...(place.kind === 'coalition' ? [where] : []),
    {
      id: 'state',
      header: t('connect.state'),
      cell: ({ acceptedAt, revokedAt }) => {
        const state = revokedAt ? 'over' : acceptedAt ? 'works' : 'waits'
        return (
          <span className="tag" data-tone={{ over: 'bad', works: 'good', waits: 'wait' }[state]}>
            {t(`people.${state}`)}
          </span>
        )
      },
    },
    {
      ...{ id: 'since', header: t('people.since'), isMinor: true },
      cell: ({ invitedAt, acceptedAt }) => formatDay(acceptedAt ?? invitedAt, i18n.language, place.timeZone),
    },
    {
      id: 'steps',
      header: t('people.steps'),
      cell: (grant) => <PersonSteps {...{ grant, onDone, onSecret }} />,
    },
  ]
}
