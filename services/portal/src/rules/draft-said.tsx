import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnswer } from '../api/use-answer.ts'
import { MembersToTryAtDocument, type RuleDefinitionInput, RuleDryRunDocument } from '../generated/graphql.ts'
import { Answered } from '../list/answered.tsx'
import { formatMoney } from '../number/format-money.ts'
import { formatCount, formatPoints } from '../number/format-points.ts'
import { formatLocalDay } from '../number/format-time.ts'
import { usePlace } from '../place/use-place.ts'
import { FailureNote } from '../refusal/failure-note.tsx'
import { RefusalNote } from '../refusal/refusal-note.tsx'

interface DraftSaidProps {
  readonly definition: RuleDefinitionInput
}

/**
 * The sentence of what is typed, and what it would have given, both reckoned by the API: a member's rule at its own sales, a rule of the
 * coalition at those of a member that is chosen.
 */
export function DraftSaid({ definition }: DraftSaidProps) {
  const { kind } = usePlace()
  return kind === 'member' ? (
    <Said definition={definition} memberId={null} />
  ) : (
    <SaidAtMember definition={definition} />
  )
}

function SaidAtMember({ definition }: DraftSaidProps) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState<string | null>(null)
  const { data, failure, ask } = useAnswer(MembersToTryAtDocument, {})
  if (failure) return <FailureNote failure={failure} onRetry={ask} />
  const members = data?.coalition?.members.nodes.filter(({ status }) => status === 'ACTIVE') ?? []
  const memberId = chosen ?? members[0]?.id
  if (!memberId) return <p className="quiet">{t('rules.saidLater')}</p>
  return (
    <>
      <NativeSelect
        label={t('rules.tryAt')}
        value={memberId}
        data={members.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
      <Said definition={definition} memberId={memberId} />
    </>
  )
}

interface SaidProps {
  readonly definition: RuleDefinitionInput
  /** At whose sales it is tried out; null where the place is a member. */
  readonly memberId: string | null
}

function Said({ definition, memberId }: SaidProps) {
  const { t, i18n } = useTranslation()
  const { data, isStale, failure, ask } = useAnswer(RuleDryRunDocument, {
    input: { definition, ...(memberId ? { memberId } : {}) },
    language: i18n.language === 'ru' ? 'RU' : 'EN',
  })
  if (failure) return <FailureNote failure={failure} onRetry={ask} />
  const run = data?.ruleDryRun
  if (!run) return <p className="quiet">…</p>
  if (run.__typename !== 'RuleDryRun') return <RefusalNote refusal={run} />
  return (
    <Answered isStale={isStale}>
      <p>
        <strong>{run.sentence}</strong>
      </p>
      <p className="quiet">
        {t('rules.triedOut', {
          from: formatLocalDay(run.fromDay, i18n.language),
          to: formatLocalDay(run.toDay, i18n.language),
          touched: formatCount(run.touched, i18n.language),
          purchases: formatCount(run.purchases, i18n.language),
          points: formatPoints(run.points, i18n.language),
          cost: formatMoney(run.cost, i18n.language),
        })}
      </p>
    </Answered>
  )
}
