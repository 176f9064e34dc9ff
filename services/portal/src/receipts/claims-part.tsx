import { useNavigate, useSearch } from '@tanstack/react-router'
import { type KeyboardEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnswer } from '../api/use-answer.ts'
import { ReceiptClaimsDocument } from '../generated/graphql.ts'
import { Answered } from '../list/answered.tsx'
import { EmptyList } from '../list/empty-list.tsx'
import { pageArguments } from '../list/page-arguments.ts'
import { Pager } from '../list/pager.tsx'
import { FailureNote } from '../refusal/failure-note.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { ClaimCard } from './claim-card.tsx'

/** Claims, a card each: arrows go from one to the next, and a key says yes or no. */
export function ClaimsPart() {
  const { t } = useTranslation()
  const { all, after, before } = useSearch({ from: '/$place/shell/receipts' })
  const navigate = useNavigate({ from: '/$place/receipts' })
  const list = useRef<HTMLUListElement>(null)
  const { data, isWaiting, isStale, failure, ask } = useAnswer(ReceiptClaimsDocument, {
    ...pageArguments({ after, before }),
    pending: all ? null : true,
  })
  const claims = data?.receiptClaims
  const showAll = (isAll: boolean) => navigate({ search: isAll ? { all: true } : {} })
  return (
    <>
      <label className="tick">
        <input
          type="checkbox"
          checked={all ?? false}
          onChange={(event) => showAll(event.currentTarget.checked)}
        />
        {t('receipts.all')}
      </label>
      {failure && <FailureNote failure={failure} onRetry={ask} />}
      {isWaiting && <Waiting />}
      <Answered isStale={isStale}>
        {claims && claims.nodes.length > 0 && (
          <>
            <p className="quiet no-print minor keys">{t('receipts.keys')}</p>
            <ul className="cards" ref={list} aria-label={t('receipts.claims')}>
              {claims.nodes.map((claim) => (
                <ClaimCard
                  key={claim.id}
                  claim={claim}
                  onKey={(event) => move(event, list.current)}
                  onDone={ask}
                />
              ))}
            </ul>
          </>
        )}
        {claims && claims.nodes.length === 0 && (
          <EmptyList
            isFiltered={!all && (data?.ever.nodes.length ?? 0) > 0}
            onDropFilters={() => showAll(true)}
          >
            <p>{t('receipts.none')}</p>
          </EmptyList>
        )}
      </Answered>
      {claims && (
        <Pager
          isStale={isStale}
          pageInfo={claims.pageInfo}
          onTurn={(page) => navigate({ search: { ...(all ? { all } : {}), ...page } })}
        />
      )}
    </>
  )
}

/** Takes the keyboard to the card above or below. */
function move(event: KeyboardEvent, list: HTMLUListElement | null): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0 || !list) return
  const cards = [...list.querySelectorAll<HTMLElement>('[data-claim]')]
  const at = cards.findIndex((card) => card.contains(document.activeElement))
  event.preventDefault()
  cards[Math.max(0, Math.min(cards.length - 1, at + step))]?.focus()
}
