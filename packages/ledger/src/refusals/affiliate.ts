import { field } from './field.ts'
import { refusal } from './refusal.ts'

const affiliateStatus = field.choice(
  { APPLIED: 'подана заявка', ACTIVE: 'работает', SUSPENDED: 'приостановлен', CLOSED: 'закрыт' },
  'Where it is.',
  { enumType: 'AffiliateStatus' },
)

/** AFFILIATE_STATUS: an affiliate is not where the step begins. */
export class AffiliateStatusError extends refusal('AFFILIATE_STATUS', {
  meaning: {
    en: 'The affiliate is not where this step begins: an application or a suspended one is admitted, an active one is suspended, and what is closed stays so.',
    ru: 'Из этого состояния такого шага нет: заявку или приостановленного принимают, работающего приостанавливают, а закрытого не вернуть.',
  },
  remedy: {
    en: 'Read the affiliate again; in place of a closed one let it apply anew.',
    ru: 'Перечитайте аффилиата; вместо закрытого нужна новая заявка.',
  },
  fields: { affiliateStatus },
  message: {
    en: 'The affiliate is {affiliateStatus}, and this step does not begin there.',
    ru: 'Состояние аффилиата: {affiliateStatus}; такого шага из него нет.',
  },
}) {}

/** AFFILIATE_TERMS_CHANGED: an application accepts a version of the terms that is not the one of today. */
export class AffiliateTermsChangedError extends refusal('AFFILIATE_TERMS_CHANGED', {
  meaning: {
    en: 'The coalition has another version of its terms of affiliates by now than the one that was accepted.',
    ru: 'У коалиции уже другая версия условий для аффилиатов, не та, которую приняли.',
  },
  remedy: { en: 'Read and accept `currentVersion`.', ru: 'Прочтите и примите нынешнюю версию.' },
  fields: { currentVersion: field.count('The version of today.') },
  message: {
    en: 'The terms of affiliates have version {currentVersion} by now. Read and accept that one.',
    ru: 'У условий для аффилиатов уже версия {currentVersion}. Прочтите и примите её.',
  },
  path: ['termsVersion'],
}) {}

/** AFFILIATE_APPLICATIONS_FULL: as many applications as may wait are waiting. */
export class AffiliateApplicationsFullError extends refusal('AFFILIATE_APPLICATIONS_FULL', {
  meaning: {
    en: 'As many applications as a coalition may have waiting are waiting.',
    ru: 'Заявок уже столько, сколько их может ждать решения коалиции.',
  },
  remedy: {
    en: 'Apply again once the coalition has looked through them.',
    ru: 'Подайте заявку снова, когда коалиция их рассмотрит.',
  },
  fields: { limit: field.count('How many may wait.') },
  message: {
    en: '{limit} applications are waiting already. Apply again later.',
    ru: 'Ждут уже столько заявок: {limit}. Подайте заявку позже.',
  },
  retryable: true,
}) {}

const commissionStatus = field.choice(
  {
    PENDING: 'ожидает',
    APPROVED: 'подтверждена',
    STATED: 'в акте',
    PAID: 'выплачена',
    REJECTED: 'отклонена',
    REVERSED: 'сторнирована',
  },
  'Where it is.',
  { enumType: 'CommissionStatus' },
)

/** COMMISSION_STATUS: a commission is not where the step begins. */
export class CommissionStatusError extends refusal('COMMISSION_STATUS', {
  meaning: {
    en: 'The commission is not where this step begins: what is pending is approved or rejected by its payer, what is in the books is reversed by an administrator.',
    ru: 'Из этого состояния такого шага нет: ожидающую комиссию подтверждает или отклоняет плательщик, а проведённую сторнирует администратор.',
  },
  remedy: { en: 'Read the commission again.', ru: 'Перечитайте комиссию.' },
  fields: { commissionStatus },
  message: {
    en: 'The commission is {commissionStatus}, and this step does not begin there.',
    ru: 'Состояние комиссии: {commissionStatus}; такого шага из него нет.',
  },
}) {}

/** COMMISSION_NOT_DUE: goods may still come back. */
export class CommissionNotDueError extends refusal('COMMISSION_NOT_DUE', {
  meaning: {
    en: 'A commission is not approved before its approval days are over: goods may still come back.',
    ru: 'Комиссию не подтверждают раньше срока: товар ещё могут вернуть.',
  },
  remedy: { en: 'Approve it from `dueOn` on.', ru: 'Подтвердите её в день срока или позже.' },
  fields: { dueOn: field.day('The first day on which it may be approved.') },
  message: {
    en: 'The commission may be approved from {dueOn} on.',
    ru: 'Комиссию можно подтвердить не раньше {dueOn}.',
  },
  retryable: true,
}) {}

/** COMMISSION_PROGRAMME_CHANGED: somebody changed the programme since it was read. */
export class CommissionProgrammeChangedError extends refusal('COMMISSION_PROGRAMME_CHANGED', {
  meaning: {
    en: 'The programme has another version by now than the one that was changed.',
    ru: 'У программы уже другая версия, не та, которую меняли.',
  },
  remedy: {
    en: 'Read the programme again, and change the version that it has.',
    ru: 'Перечитайте программу и меняйте ту версию, которая у неё есть.',
  },
  fields: { currentVersion: field.count('The version that it has.') },
  message: {
    en: 'The programme has version {currentVersion} by now. Read it again, and change that one.',
    ru: 'У программы уже версия {currentVersion}. Перечитайте её и меняйте ту.',
  },
}) {}

/** COMMISSION_PROGRAMME_ENDED: the programme was ended. */
export class CommissionProgrammeEndedError extends refusal('COMMISSION_PROGRAMME_ENDED', {
  meaning: { en: 'The programme was ended and stays so.', ru: 'Программа закончена, её не вернуть.' },
  remedy: { en: 'Start another.', ru: 'Начните другую.' },
}) {}
