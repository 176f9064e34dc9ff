import { InvalidInputError } from '@artel/ledger'
import { newId, type Store } from '@artel/store'
import { type ConsentInput, checkConsent } from '../input/consent.ts'

/** By whom a consent is written down, and at which member. Raw UUIDs. */
export interface ConsentRecorder {
  readonly coalitionId: string
  readonly memberId: string | null
  readonly recordedBy: 'CUSTOMER' | 'MEMBER' | 'COALITION'
  readonly recordedById: string
}

/**
 * The rows of what a customer agreed to, each bound to the text that it is about. `path` leads to the list, or to the one.
 * Throws InvalidInputError, also for a version that the coalition has not published: what cannot be shown proves nothing.
 */
export async function givenConsents(
  store: Store,
  recorder: ConsentRecorder,
  asked: {
    readonly consents: readonly ConsentInput[]
    readonly now: Date
    readonly pathOf: (index: number) => readonly string[]
  },
) {
  const { coalitionId } = recorder
  const checked = asked.consents.map((consent, index) =>
    checkConsent(asked.pathOf(index), consent, asked.now),
  )
  const texts = await store.prisma.consentText.findMany({
    where: {
      coalitionId,
      OR: checked.map(({ purpose, textVersion: version }) => ({ purpose, version })),
    },
    select: { purpose: true, version: true, hash: true },
  })
  return checked.map((consent, index) => {
    const path = asked.pathOf(index)
    if (checked.findIndex(({ purpose }) => purpose === consent.purpose) < index)
      throw new InvalidInputError({ path: [...path, 'purpose'], problem: 'Is named twice.' })
    const text = texts.find(
      ({ purpose, version }) => purpose === consent.purpose && version === consent.textVersion,
    )
    if (!text)
      throw new InvalidInputError({
        path: [...path, 'textVersion'],
        problem: 'Must be a version that the coalition has published for the purpose.',
      })
    return { ...recorder, id: newId(), ...consent, given: true, textHash: text.hash, recordedAt: asked.now }
  })
}
