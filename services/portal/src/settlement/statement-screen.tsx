import { Textarea } from '@mantine/core'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnswer } from '../api/use-answer.ts'
import { ConfirmButton } from '../command/confirm-button.tsx'
import { useCommand } from '../command/use-command.ts'
import {
  AcceptStatementDocument,
  OpenDisputeDocument,
  StatementCardDocument,
  type StatementCardQuery,
} from '../generated/graphql.ts'
import { Answered } from '../list/answered.tsx'
import { type Column, DataTable } from '../list/data-table.tsx'
import { Pager } from '../list/pager.tsx'
import { formatPoints } from '../number/format-points.ts'
import { formatInstant } from '../number/format-time.ts'
import { formatSize, sideOf } from '../number/signed-money.ts'
import { useUntil } from '../number/use-until.ts'
import { usePlace } from '../place/use-place.ts'
import { FailureNote } from '../refusal/failure-note.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { DisputeList } from './dispute-list.tsx'
import { StatementTag } from './statement-tag.tsx'

type Statement = Extract<NonNullable<StatementCardQuery['node']>, { readonly __typename: 'MemberStatement' }>
type Line = Statement['lines']['nodes'][number]
const LINES = 50

/** One statement, line by line; a member agrees or disputes a line, the coalition decides. */
export default function StatementScreen() {
  const { t, i18n } = useTranslation()
  const { kind, scopes } = usePlace()
  const { statement: id } = useParams({ from: '/$place/shell/statements/$statement' })
  const { after } = useSearch({ from: '/$place/shell/statements/$statement' })
  const navigate = useNavigate({ from: '/$place/statements/$statement' })
  const { data, isWaiting, isStale, failure, ask } = useAnswer(StatementCardDocument, {
    ...{ id, first: LINES, after: after ?? null },
  })
  const canAnswer = kind === 'member' && scopes.has('settlement:accept')
  const statement = data?.node?.__typename === 'MemberStatement' ? data.node : null
  const isOpen = statement?.status === 'STATED' || statement?.status === 'DISPUTED'
  const columns = useLineColumns(canAnswer && isOpen ? { id, onDone: ask } : null)
  if (failure) return <FailureNote failure={failure} onRetry={ask} />
  if (isWaiting || !data) return <Waiting />
  if (!statement) return <p className="empty">{t('statement.notFound')}</p>
  const { lines } = statement
  return (
    <>
      <header className="screen-head">
        <div>
          <h1>{t('statement.title', { no: statement.windowNo })}</h1>
          <p>{statement.member.name}</p>
        </div>
        <StatementTag status={statement.status} />
      </header>
      <StatementSum statement={statement} />
      {canAnswer && statement.status === 'STATED' && <Accept statement={statement} onDone={ask} />}
      <DisputeList disputes={statement.disputes} onDone={ask} />
      <section>
        <h2 className="section-title">{t('statement.lines')}</h2>
        <Answered isStale={isStale}>
          <DataTable
            rows={lines.nodes}
            columns={columns}
            rowId={({ no }) => String(no)}
            label={t('statement.lines')}
          />
        </Answered>
      </section>
      <Pager
        isStale={isStale}
        pageInfo={{ ...lines.pageInfo, hasPreviousPage: false }}
        onTurn={(page) => navigate({ search: page.after ? { after: page.after } : {} })}
      />
      <p className="quiet">
        {t('statement.hash')}{' '}
        <span className="hash" lang={i18n.language}>
          {statement.lineHash}
        </span>
      </p>
    </>
  )
}

function StatementSum({ statement }: { readonly statement: Statement }) {
  const { t, i18n } = useTranslation()
  const { opening, net, payments, closing, toPay } = statement
  const rows = [
    [t('statement.opening'), opening.rounded],
    [t('statement.net'), net.rounded],
    [t('statement.payments'), payments.rounded],
    [t('statement.closing'), closing.rounded],
  ] as const
  return (
    <section className="sheet">
      <dl className="sum">
        {rows.map(([words, money]) => (
          <div className="sum-row" key={words}>
            <dt>{words}</dt>
            <dd className="amount">
              {t(`windows.${sideOf(money)}`)} {formatSize(money, i18n.language)}
            </dd>
          </div>
        ))}
        <dt className="total">{t('statements.toPay')}</dt>
        <dd className="total amount">
          {t(`windows.${sideOf(toPay)}`)} {formatSize(toPay, i18n.language)}
        </dd>
      </dl>
    </section>
  )
}

interface AnswerProps {
  readonly statement: Statement
  readonly onDone: () => void
}

function Accept({ statement, onDone }: AnswerProps) {
  const { t } = useTranslation()
  const until = useUntil()
  const command = useCommand(AcceptStatementDocument, onDone)
  return (
    <section className="sheet next-step">
      <p>{t('statement.answer', { at: until(statement.disputeDeadline) })}</p>
      <ConfirmButton
        {...command}
        words={t('statement.accept')}
        question={t('statement.acceptAsk', { no: statement.windowNo })}
        isMain
        onConfirm={() =>
          command.run((idempotencyKey) => ({ input: { idempotencyKey, statementId: statement.id } }))
        }
      />
    </section>
  )
}

interface Answerable {
  readonly id: string
  readonly onDone: () => void
}

function useLineColumns(answerable: Answerable | null): readonly Column<Line>[] {
  const { t, i18n } = useTranslation()
  const { timeZone } = usePlace()
  const dispute: Column<Line> = {
    id: 'dispute',
    header: t('statement.disputeHead'),
    cell: (line) => answerable && <Dispute line={line} statement={answerable} />,
  }
  return [
    {
      ...{ id: 'postedAt', header: t('statement.postedAt'), isMinor: true },
      cell: ({ postedAt }) => formatInstant(postedAt, i18n.language, timeZone),
    },
    {
      id: 'kind',
      header: t('statement.kind'),
      cell: ({ kind, reference }) => (
        <>
          {i18n.exists(`entry.${kind}`) ? t(`entry.${kind as 'EARN'}`) : kind}
          {reference && <div className="quiet">{reference}</div>}
        </>
      ),
    },
    {
      ...{ id: 'counterparty', header: t('statement.counterparty'), isMinor: true },
      cell: ({ counterparty }) => counterparty?.name ?? '',
    },
    {
      ...{ id: 'points', header: t('statement.points'), isNumber: true, isMinor: true },
      cell: ({ points }) => (points === '0' ? '' : formatPoints(points, i18n.language)),
    },
    {
      ...{ id: 'amount', header: t('statement.amount'), isNumber: true },
      cell: ({ amount }) =>
        `${t(`windows.${sideOf(amount.rounded)}`)} ${formatSize(amount.rounded, i18n.language)}`,
    },
    ...(answerable ? [dispute] : []),
  ]
}

function Dispute({ line, statement }: { readonly line: Line; readonly statement: Answerable }) {
  const { t, i18n } = useTranslation()
  const [reason, setReason] = useState('')
  const [evidence, setEvidence] = useState('')
  const command = useCommand(OpenDisputeDocument, statement.onDone)
  const { entryId, position, amount } = line
  return (
    <ConfirmButton
      {...command}
      words={t('statement.dispute')}
      question={t('statement.disputeAsk', { amount: formatSize(amount.rounded, i18n.language) })}
      onConfirm={() =>
        command.run((idempotencyKey) => ({
          input: {
            ...{ idempotencyKey, statementId: statement.id, entryId, position, reason },
            evidence: evidence.trim() ? [evidence.trim()] : [],
          },
        }))
      }
    >
      <Textarea
        label={t('statement.reason')}
        required
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Textarea
        label={t('statement.evidence')}
        value={evidence}
        onChange={(event) => setEvidence(event.currentTarget.value)}
      />
    </ConfirmButton>
  )
}
