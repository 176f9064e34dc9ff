import { field } from './field.ts'
import { refusal } from './refusal.ts'

/** MEMBER_NOT_ACTIVE: the member's status does not allow this; to reinstate or accept, also when it is ACTIVE. */
export class MemberNotActiveError extends refusal('MEMBER_NOT_ACTIVE', {
  meaning: {
    en: "The member's status does not allow this.",
    ru: 'Состояние участника этого не позволяет.',
  },
  remedy: {
    en: 'Accept the terms, or ask the coalition.',
    ru: 'Примите условия или обратитесь к коалиции.',
  },
  fields: {
    memberStatus: field.choice(
      {
        INVITED: {
          en: 'INVITED: it has to accept the terms in force first',
          ru: 'приглашён, сначала принимает действующие условия',
        },
        ACTIVE: {
          en: 'ACTIVE already: nothing needs to be done',
          ru: 'и так действует, делать ничего не нужно',
        },
        SUSPENDED: {
          en: 'SUSPENDED: ask the coalition to reinstate it',
          ru: 'приостановлен, вернуть его может коалиция',
        },
        EXITING: {
          en: 'EXITING: after its notice it issues no points, and customers may still redeem them there',
          ru: 'выходит, баллов больше не начисляет, а принимать их ещё может',
        },
        CLOSED: { en: 'CLOSED: it has to be admitted anew', ru: 'закрыт, принимать его нужно заново' },
      },
      'Status of the member now.',
      { enumType: 'MemberStatus', recordedAs: 'status' },
    ),
  },
  message: {
    en: "The member's status does not allow this. It is {memberStatus}.",
    ru: 'Состояние участника этого не позволяет: он {memberStatus}.',
  },
  customer: {
    en: 'Points are not accepted here at the moment.',
    ru: 'Сейчас здесь не принимают баллы.',
  },
}) {}

/** MEMBER_HAS_OBLIGATIONS: a member cannot close while others hold its points, its position is open or holds wait. */
export class MemberHasObligationsError extends refusal('MEMBER_HAS_OBLIGATIONS', {
  meaning: {
    en: 'A member cannot close while it owes, is owed, or its points are out.',
    ru: 'Участника нельзя закрыть, пока он должен, должны ему или его баллы на руках.',
  },
  remedy: {
    en: 'Settle its position, let its points be spent or expire, void its holds, then close it.',
    ru: 'Рассчитайтесь с ним, дождитесь, пока баллы потратят или они сгорят, снимите резервы и закройте.',
  },
  fields: {
    outstandingPoints: field.points('Points it issued that customers still hold.'),
    clearing: field.exactMoney('Its position: positive when it owes.', { recordedAs: 'clearingMicros' }),
    openHolds: field.count('Holds that it has not captured or voided.', { hidden: true }),
  },
  message: {
    en: 'The member still has obligations: {outstandingPoints} points outstanding, a position of {clearing}, {openHolds} open holds. Settle its position, let its points be spent or expire, void its holds, then close it.',
    ru: 'За участником ещё обязательства: баллов на руках {outstandingPoints}, сальдо {clearing}, открытых резервов {openHolds}.',
  },
}) {}
