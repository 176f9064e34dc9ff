import { createHash } from 'node:crypto'
import { AlreadyExistsError } from '@artel/ledger'
import { coalitionNow, newId } from '@artel/store'
import type { ConsentText } from '@artel/store/prisma'
import { actorOf } from '../access/actor.ts'
import { requireAdmin } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { recordAct } from '../audit/record-act.ts'
import { CONSENT_PURPOSES, type ConsentPurpose, checkConsentVersion } from '../input/consent.ts'
import { checkOneOf, checkWholeText } from '../input/text.ts'
import { isUniqueViolation } from '../posting/transaction-failure.ts'

export interface PublishConsentTextInput {
  readonly purpose: ConsentPurpose
  /** 1 to 100 characters, once a purpose. */
  readonly version: string
  /** Word for word, at most 50 000 characters each. */
  readonly textEn: string
  readonly textRu: string
}

const MAX_TEXT_LENGTH = 50_000

/**
 * Keeps a version of what customers agree to, so that a consent proves to what. The very same again answers with what is
 * kept; a version never changes. Administrators only.
 * Throws InvalidInputError, and AlreadyExistsError for another text of a version that is kept.
 */
export async function publishConsentText(
  context: Context,
  input: PublishConsentTextInput,
): Promise<{ readonly text: ConsentText }> {
  const principal = requireAdmin(context.principal, 'coalition:write')
  const { coalitionId } = principal
  const { prisma } = context.store
  const purpose = checkOneOf(['purpose'], input.purpose, CONSENT_PURPOSES)
  const version = checkConsentVersion(['version'], input.version)
  const textEn = checkWholeText(['textEn'], input.textEn, MAX_TEXT_LENGTH)
  const textRu = checkWholeText(['textRu'], input.textRu, MAX_TEXT_LENGTH)
  const hash = consentTextHash({ textEn, textRu })
  const publishedAt = await coalitionNow(context.store, coalitionId)
  const written = { coalitionId, purpose, version, textEn, textRu, hash, publishedAt }
  const data = { ...written, id: newId(), publishedById: actorOf(principal) }
  try {
    const [text] = await prisma.$transaction([
      prisma.consentText.create({ data }),
      recordAct(context, prisma, {
        ...{ act: 'consentTextPublish', coalitionId, subject: { type: 'consentText', id: data.id } },
        details: { purpose, hash },
      }),
    ])
    return { text }
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    const kept = await prisma.consentText.findUniqueOrThrow({
      where: { coalitionId_purpose_version: { coalitionId, purpose, version } },
    })
    if (kept.hash === hash) return { text: kept }
    throw new AlreadyExistsError({ what: 'consentText', existingId: kept.id }, { path: ['version'] })
  }
}

/** SHA-256 of both texts as UTF-8, the English one first, a NUL between them; hex. */
export const consentTextHash = ({ textEn, textRu }: { textEn: string; textRu: string }): string =>
  createHash('sha256').update(`${textEn}\u0000${textRu}`).digest('hex')
