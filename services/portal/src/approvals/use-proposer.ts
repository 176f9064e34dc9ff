import { useTranslation } from 'react-i18next'
import { useAnswer } from '../api/use-answer.ts'
import { ProposersDocument } from '../generated/graphql.ts'
import { useSession } from '../session/use-me.tsx'

interface Proposer {
  /** What people call who proposed it. */
  readonly name: string
  /** Whether it is who looks: a second person has to agree. */
  readonly isMe: boolean
}

/** Who proposed something, as far as the role sees people. */
export function useProposer(id: string): Proposer {
  const { t } = useTranslation()
  const { me } = useSession()
  const isPerson = id.startsWith('per_')
  const { data } = useAnswer(ProposersDocument, { ids: [id] }, { isPaused: !isPerson })
  const found = data?.nodes[0]
  const person = found && 'email' in found ? (found.name ?? found.email) : null
  return {
    isMe: me?.person.id === id,
    name: isPerson ? (person ?? t('approvals.somebody')) : t('approvals.program'),
  }
}
