import { useParams } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnswer } from '../api/use-answer.ts'
import { ConfirmButton } from '../command/confirm-button.tsx'
import { useCommand } from '../command/use-command.ts'
import {
  MemberCardDocument,
  type MemberCardQuery,
  ReinstateMemberDocument,
  SuspendMemberDocument,
} from '../generated/graphql.ts'
import { Figure } from '../home/figure.tsx'
import { formatTrend } from '../number/format-money.ts'
import { formatCount, formatPoints } from '../number/format-points.ts'
import { formatDay } from '../number/format-time.ts'
import { addDays, localDayOf } from '../number/local-day.ts'
import { formatSize, sideOf } from '../number/signed-money.ts'
import { usePlace } from '../place/use-place.ts'
import { FailureNote } from '../refusal/failure-note.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { MemberTag } from './member-tag.tsx'

type Member = NonNullable<MemberCardQuery['member']>
const PERIOD_DAYS = 30

/** One member: how it stands, what it brings and owes, its people and terms, and the steps that may be taken. */
export default function MemberScreen() {
  const { t, i18n } = useTranslation()
  const place = usePlace()
  const { member: id } = useParams({ from: '/$place/shell/members/$member' })
  const period = useMemo(() => {
    const today = localDayOf(place.now(), place.timeZone)
    return { from: addDays(today, 1 - PERIOD_DAYS), to: today }
  }, [place])
  const language = i18n.language === 'ru' ? ('RU' as const) : ('EN' as const)
  const { data, isWaiting, failure, ask } = useAnswer(MemberCardDocument, { id, language, ...period })
  if (failure) return <FailureNote failure={failure} onRetry={ask} />
  if (isWaiting || !data) return <Waiting />
  const { member } = data
  if (!member) return <p className="empty">{t('members.notFound')}</p>
  return (
    <>
      <header className="screen-head">
        <div>
          <h1>{member.name}</h1>
          <p>
            {t(`members.kinds.${member.kind as 'OTHER'}`)},{' '}
            {t('members.sinceDay', { day: formatDay(member.createdAt, i18n.language, place.timeZone) })}
          </p>
        </div>
        <MemberTag status={member.status} />
      </header>
      <MemberFigures data={data} member={member} />
      <div className="columns">
        <MemberPeople data={data} />
        <MemberTerms data={data} member={member} />
        <MemberRules member={member} />
      </div>
      {place.scopes.has('members:write') && <MemberSteps member={member} onDone={ask} />}
    </>
  )
}

function MemberFigures({ data, member }: { readonly data: MemberCardQuery; readonly member: Member }) {
  const { t, i18n } = useTranslation()
  const figures = data.coalition?.figures
  const position = member.clearingPosition
  const beforeOf = (value: string) => t('home.before', { value })
  return (
    <section aria-label={t('home.figures')}>
      <h2 className="section-title">{t('home.figures')}</h2>
      <dl className="figures">
        {figures && (
          <>
            <Figure
              name={t('home.turnover')}
              value={formatTrend(figures.total.sums.net, i18n.language)}
              beside={beforeOf(formatTrend(figures.before.sums.net, i18n.language))}
            />
            <Figure
              name={t('home.brought')}
              value={formatCount(figures.total.customers.new, i18n.language)}
              beside={beforeOf(formatCount(figures.before.customers.new, i18n.language))}
            />
          </>
        )}
        {position && (
          <Figure
            name={t(`members.net_${sideOf(position.net.rounded)}`)}
            value={formatSize(position.net.rounded, i18n.language)}
            beside={t('members.pointsBeside', {
              issued: formatPoints(position.pointsIssued, i18n.language),
              redeemed: formatPoints(position.pointsRedeemed, i18n.language),
            })}
          />
        )}
      </dl>
    </section>
  )
}

function MemberPeople({ data }: { readonly data: MemberCardQuery }) {
  const { t } = useTranslation()
  return (
    <section className="sheet">
      <h2>{t('members.people')}</h2>
      {data.staff.nodes.length === 0 && <p className="quiet">{t('members.noPeople')}</p>}
      <dl className="sum">
        {data.staff.nodes.map(({ id, role, email, person, acceptedAt }) => (
          <div className="sum-row" key={id}>
            <dt>
              {person?.name ?? email}
              {!acceptedAt && <span className="quiet"> ({t('members.invitedPerson')})</span>}
            </dt>
            <dd className="quiet">{t(`role.${role as 'CASHIER'}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function MemberTerms({ data, member }: { readonly data: MemberCardQuery; readonly member: Member }) {
  const { t, i18n } = useTranslation()
  const { timeZone } = usePlace()
  const versions = data.coalition?.termsVersions?.slice(0, 5) ?? []
  const acceptedOf = (version: (typeof versions)[number]) =>
    version.acceptances.find((one) => one.member.id === member.id)
  return (
    <section className="sheet">
      <h2>{t('members.terms')}</h2>
      <dl className="sum">
        {versions.map((version) => {
          const accepted = acceptedOf(version)
          return (
            <div className="sum-row" key={version.terms.id}>
              <dt>{t('members.version', { no: version.terms.version })}</dt>
              <dd className={accepted ? 'quiet' : 'bad'}>
                {accepted
                  ? t('members.accepted', { day: formatDay(accepted.acceptedAt, i18n.language, timeZone) })
                  : t('members.notAccepted')}
              </dd>
            </div>
          )
        })}
      </dl>
    </section>
  )
}

function MemberRules({ member }: { readonly member: Member }) {
  const { t } = useTranslation()
  return (
    <section className="sheet">
      <h2>{t('members.rules')}</h2>
      {member.rules.nodes.length === 0 && <p className="quiet">{t('members.noRules')}</p>}
      <dl className="sum">
        {member.rules.nodes.map(({ id, name, status }) => (
          <div className="sum-row" key={id}>
            <dt>{name}</dt>
            <dd className="quiet">{t(`rules.${status as 'RUNNING'}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function MemberSteps({ member, onDone }: { readonly member: Member; readonly onDone: () => void }) {
  const { t } = useTranslation()
  const suspend = useCommand(SuspendMemberDocument, onDone)
  const reinstate = useCommand(ReinstateMemberDocument, onDone)
  const input = { memberId: member.id }
  const { name } = member
  if (member.status !== 'ACTIVE' && member.status !== 'SUSPENDED') return null
  return (
    <section className="sheet next-step">
      <h2>{t('members.steps')}</h2>
      {member.status === 'ACTIVE' ? (
        <ConfirmButton
          {...suspend}
          words={t('members.suspend')}
          question={t('members.suspendAsk', { name })}
          isDestructive
          onConfirm={() => suspend.run(() => ({ input }))}
        />
      ) : (
        <ConfirmButton
          {...reinstate}
          words={t('members.reinstate')}
          question={t('members.reinstateAsk', { name })}
          onConfirm={() => reinstate.run(() => ({ input }))}
        />
      )}
    </section>
  )
}
