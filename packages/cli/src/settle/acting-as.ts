import type { Store } from '@artel/store'
import type { Coalition } from '@artel/store/prisma'
import {
  ACTING_KEY_SELECT,
  ADMIN_SCOPES,
  actingKey,
  type Context,
  hashApiSecret,
  isKeyOver,
  readMemberStatus,
} from '@artel/use-cases'
import { CliError } from '../cli-error.ts'
import { actingAsSession } from '../login/acting-as-session.ts'
import { KEPT_SESSION_WORDS } from '../words/kept-session-words.ts'
import { languageIn } from '../words/language.ts'

/** Whoever runs the command holds the database, and is no person: an administrator who neither proposes nor approves. */
export function actingAsOperator(store: Store, { id: coalitionId }: Coalition): Context {
  const scopes = new Set(ADMIN_SCOPES)
  return { store, principal: { kind: 'admin', coalitionId, keyId: coalitionId, scopes } }
}

/** The administrator whose secret key this is, for the person who made it: dual control asks for two of them. */
export async function actingAs(store: Store, coalition: Coalition, secret: string): Promise<Context> {
  const coalitionId = coalition.id
  const key = await store.prisma.apiKey.findUnique({
    where: { coalitionId_secretHash: { coalitionId, secretHash: hashApiSecret(secret) } },
    select: { ...ACTING_KEY_SELECT(coalitionId), revokedAt: true },
  })
  const acting = key && !isKeyOver(key, new Date()) && key.memberId === null ? actingKey(key) : undefined
  if (!acting)
    throw new CliError(`That is no administrator's key of ${coalition.handle}.`, {
      ru: `Это не ключ администратора «${coalition.handle}».`,
    })
  return { store, principal: { kind: 'admin', coalitionId, ...acting } }
}

/** The member whose secret key this is. */
export async function actingAsMember(store: Store, coalition: Coalition, secret: string): Promise<Context> {
  const coalitionId = coalition.id
  const key = await store.prisma.apiKey.findUnique({
    where: { coalitionId_secretHash: { coalitionId, secretHash: hashApiSecret(secret) } },
    select: { ...ACTING_KEY_SELECT(coalitionId), revokedAt: true },
  })
  const acting = key && !isKeyOver(key, new Date()) ? actingKey(key) : undefined
  if (!key || key.memberId === null || !acting)
    throw new CliError(`That is no member's key of ${coalition.handle}.`, {
      ru: `Это не ключ участника «${coalition.handle}».`,
    })
  const { memberId } = key
  const status = await readMemberStatus(store, { coalitionId, memberId })
  return { store, principal: { kind: 'member', coalitionId, memberId, status, ...acting } }
}

/** Whose key this is: a member's (sk_...) or an administrator's. */
export const actingBy = (store: Store, coalition: Coalition, secret: string): Promise<Context> =>
  secret.startsWith('sk_') ? actingAsMember(store, coalition, secret) : actingAs(store, coalition, secret)

/** The same, said on stderr: a step without a key says whose it is. */
export function operatorActs(store: Store, coalition: Coalition): Context {
  const language = languageIn(process.argv.slice(2))
  process.stderr.write(`${KEPT_SESSION_WORDS.operator[language]()}\n`)
  return actingAsOperator(store, coalition)
}

/**
 * Whose step it is: that of the key, else of the person whom `artel login` signed in, else of whoever holds the database. Without a key
 * stderr says whose.
 */
export async function whoActs(
  store: Store,
  coalition: Coalition,
  secret: string | undefined,
): Promise<Context> {
  if (secret) return actingBy(store, coalition, secret)
  return (await actingAsSession(store, coalition, process.env)) ?? operatorActs(store, coalition)
}

/** The same for a step of administrators alone: a key of a member is none of theirs. */
export async function adminActs(
  store: Store,
  coalition: Coalition,
  secret: string | undefined,
): Promise<Context> {
  if (secret) return actingAs(store, coalition, secret)
  return whoActs(store, coalition, undefined)
}

/** The member that a context acts for; undefined for an administrator. */
export const actingMember = ({ principal }: Context): string | undefined =>
  principal.kind === 'member' ? principal.memberId : undefined
