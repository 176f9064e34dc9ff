import { field } from './field.ts'
import { refusal } from './refusal.ts'

/** TERMS_NOT_OPEN: a version that is withdrawn cannot be accepted, one that binds cannot be withdrawn. */
export class TermsNotOpenError extends refusal('TERMS_NOT_OPEN', {
  meaning: {
    en: 'The version of the terms is withdrawn, or binds already.',
    ru: 'Версия условий отозвана или уже действует.',
  },
  remedy: {
    en: 'Read the versions again; propose a new one to change what binds.',
    ru: 'Перечитайте версии; чтобы изменить действующую, предложите новую.',
  },
  fields: {
    reason: field.choice(
      {
        WITHDRAWN: {
          en: 'It was withdrawn. Read the versions again, and accept the one that is open',
          ru: 'она отозвана, перечитайте версии и примите ту, что открыта',
        },
        IN_FORCE: {
          en: 'It binds new points already. Propose a new version instead',
          ru: 'она уже действует, предложите новую',
        },
        ABOUT_TO_START: {
          en: 'All members have accepted it and it starts within a minute. Propose a new version instead',
          ru: 'она принята всеми и вот-вот вступит в силу, предложите новую',
        },
        SUPERSEDED: {
          en: 'A later version is in force. Propose a new version instead',
          ru: 'действует более поздняя, предложите новую',
        },
      },
      'Why it is not open.',
    ),
  },
  message: {
    en: 'This version of the terms is not open for that. {reason}.',
    ru: 'С этой версией условий так нельзя: {reason}.',
  },
}) {}

/** TERMS_NOT_ACCEPTED: a member is made active only once it has accepted the terms in force. */
export class TermsNotAcceptedError extends refusal('TERMS_NOT_ACCEPTED', {
  meaning: {
    en: 'The member has not accepted the terms in force.',
    ru: 'Участник не принял действующие условия.',
  },
  remedy: {
    en: 'It has to accept them first, with its own key.',
    ru: 'Сначала он принимает их своим ключом.',
  },
  fields: { termsId: field.id('terms', 'The version to accept.') },
}) {}
