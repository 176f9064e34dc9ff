import { userInfo } from 'node:os'
import { openStore } from '@artel/store'
import type { Coalition } from '@artel/store/prisma'
import {
  COALITION_ROLES,
  type Context,
  decodePublicId,
  encodePublicId,
  inviteStaff,
  MEMBER_ROLES,
  resetSecondFactor,
  revokeStaff,
} from '@artel/use-cases'
import { defineCommand } from '../command/define-command.ts'
import { COALITION, JSON_LINE } from '../command/standing-options.ts'
import { oneOfWords } from '../command/value-forms.ts'
import { findCoalition } from '../find-coalition.ts'
import { memberIdOf } from '../find-member.ts'
import { addressOf } from '../settings/address.ts'
import { commandSender } from '../settings/mail-settings.ts'
import { operatorActs, whoActs } from '../settle/acting-as.ts'
import { textTable } from '../text-table.ts'
import { withDatabase } from '../with-database.ts'
import { STAFF_WORDS } from '../words/staff-words.ts'

/** `artel staff`: who works for a coalition and its members; whoever holds the database invites the first of them. */
export const staff = defineCommand({
  meta: {
    name: 'staff',
    description:
      'Invite people into roles of a coalition and its members, list them, take roles back; help who lost a second factor.',
    ru: 'Приглашать людей на роли в коалиции и у участников, показывать их, отзывать роли; помочь, если потерян второй фактор.',
  },
  args: {
    action: {
      type: 'positional',
      description: 'invite, list, revoke or reset-second-factor',
      ru: 'invite, list, revoke или reset-second-factor',
      required: true,
    },
    coalition: COALITION,
    email: {
      type: 'string',
      description: 'Where the invitation goes; whose second factor it is.',
      ru: 'Куда идёт приглашение; чей второй фактор.',
    },
    reason: {
      type: 'string',
      description: 'Why, and how it was checked who asks for it; it stays written down.',
      ru: 'Почему и как проверено, кто просит; остаётся записанным.',
    },
    role: {
      type: 'string',
      description: `The role: ${[...COALITION_ROLES, ...MEMBER_ROLES].join(', ')}.`,
      ru: `Роль: ${[...COALITION_ROLES, ...MEMBER_ROLES].join(', ')}.`,
      form: oneOfWords(...COALITION_ROLES, ...MEMBER_ROLES),
    },
    member: {
      type: 'string',
      description: 'Handle of the member, for a role at a member.',
      ru: 'Имя участника, если роль у участника.',
    },
    id: { type: 'string', description: 'Id of the role (stf_...).', ru: 'Номер роли (stf_...).' },
    key: {
      type: 'string',
      description: "Whose step it is: an administrator's (ak_...) or a member's key (sk_...).",
      ru: 'Чей это шаг: ключ администратора (ak_...) или участника (sk_...).',
    },
    json: JSON_LINE,
  },
  actions: {
    invite: {
      description: 'Send an invitation; without SMTP_URL the letter is printed.',
      ru: 'Отправить приглашение; без SMTP_URL письмо печатается.',
      needs: ['email', 'role'],
      takes: ['member', 'key'],
    },
    list: { description: 'The roles that stand.', ru: 'Действующие роли.', takes: ['key'] },
    revoke: {
      description: 'Take a role or an invitation back.',
      ru: 'Отозвать роль или приглашение.',
      needs: ['id'],
      takes: ['key'],
    },
    'reset-second-factor': {
      description:
        'Take a lost second factor away: its person signs in by a link and enrols another. Whoever holds the database.',
      ru: 'Сбросить потерянный второй фактор: человек войдёт по ссылке и заведёт новый. Для того, кто ведёт базу.',
      needs: ['email', 'reason'],
    },
  },
  run: ({ args, language }) =>
    withDatabase(async ({ databaseUrl }) => {
      const store = await openStore({ databaseUrl, maxConnections: 4 })
      try {
        const coalition = await findCoalition(store, args.coalition)
        const context =
          args.action === 'reset-second-factor'
            ? operatorActs(store, coalition)
            : await whoActs(store, coalition, args.key)
        if (args.action === 'invite') {
          await inviteStaff(
            { ...context, sender: commandSender(process.env) },
            {
              ...{ email: args.email ?? '', role: args.role ?? '', language },
              memberId: await memberIdOf(store, coalition, args.member),
              publicUrl: (
                addressOf('ARTEL_PUBLIC_URL', process.env, 'https://api.example.com') ??
                'http://localhost:4000'
              ).replace(/\/+$/, ''),
            },
          )
        }
        if (args.action === 'reset-second-factor')
          await resetSecondFactor(
            { store, principal: { kind: 'operator' }, sender: commandSender(process.env) },
            {
              ...{ email: args.email ?? '', reason: args.reason ?? '', language },
              operator: userInfo().username,
            },
          )
        if (args.action === 'revoke')
          await revokeStaff(context, { grantId: decodePublicId('staffGrant', args.id ?? '') ?? '' })
        const rows = await standingRoles(context, coalition)
        process.stdout.write(
          args.json
            ? `${JSON.stringify({ staff: rows })}\n`
            : textTable(
                STAFF_WORDS[language].columns.map((title) => ({ title, align: 'left' as const })),
                rows.map(({ id, email, name, role, member }) => [
                  ...[id, email, name ?? STAFF_WORDS[language].invited, role, member ?? ''],
                ]),
              ),
        )
        return 0
      } finally {
        await store.close()
      }
    }),
})

async function standingRoles({ store, principal }: Context, { id: coalitionId }: Coalition) {
  const grants = await store.prisma.staffGrant.findMany({
    where: {
      ...{ coalitionId, revokedAt: null },
      ...(principal.kind === 'member' ? { memberId: principal.memberId } : {}),
    },
    include: { person: true, member: true },
    orderBy: { id: 'asc' },
  })
  return grants.map(({ id, role, acceptedAt, person, member }) => ({
    id: encodePublicId('staffGrant', id),
    ...{ email: person.email, name: acceptedAt === null ? null : person.name, role },
    member: member?.handle ?? null,
  }))
}
