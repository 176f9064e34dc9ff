import { useAnswer } from '../api/use-answer.ts'
import { CoalitionHomeDocument } from '../generated/graphql.ts'
import { usePlace } from '../place/use-place.ts'
import { FailureNote } from '../refusal/failure-note.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { type Work, WorkList } from './work-list.tsx'

/** The home of who runs or reads a coalition: what waits. */
export function CoalitionHome() {
  const place = usePlace()
  const isAdmin = place.roles.includes('COALITION_ADMIN')
  const { data, isWaiting, failure, ask } = useAnswer(CoalitionHomeDocument, { isAdmin })
  if (failure) return <FailureNote failure={failure} onRetry={ask} />
  if (isWaiting || !data) return <Waiting />
  const approvals = data.saleApprovals?.filter(({ isApproved }) => !isApproved) ?? []
  const work: readonly Work[] = [{ words: 'approvals', count: approvals.length }]
  return <WorkList work={work} />
}
