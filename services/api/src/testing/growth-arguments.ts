import { encodePublicId } from '@artel/use-cases'

type Arguments = Record<string, Record<string, unknown>>

/** Arguments of what brings customers that get as far as the decision. `nowhere` is the id of nothing there. */
export const growthArguments = (nowhere: string, customer: { readonly id: string }): Arguments => ({
  ...ruleArguments(nowhere),
  ...segmentArguments(nowhere, customer),
  ...commissionArguments(nowhere),
  'Query.earnCode': { id: encodePublicId('earnCode', nowhere) },
  'Mutation.earnCodeIssue': {
    input: { receiptRef: '', total: { amountMinor: '1' }, idempotencyKey: 'issue' },
  },
  'Mutation.earnCodeRevoke': { input: { id: encodePublicId('earnCode', nowhere) } },
  'Mutation.earnCodeClaim': {
    input: { code: '00000-00000-00000', customer, idempotencyKey: 'claim' },
  },
  'Query.export': { id: encodePublicId('export', nowhere) },
  'Mutation.exportStart': { input: { kind: 'CUSTOMERS', format: 'CSV', idempotencyKey: '' } },
  'Query.import': { id: encodePublicId('import', nowhere) },
  ...importArguments(nowhere),
  'Mutation.fiscalDriveAdd': { input: { fn: '' } },
  'Mutation.fiscalDriveAccept': { input: { id: encodePublicId('fiscalDrive', nowhere) } },
  'Mutation.fiscalDriveClose': { input: { id: encodePublicId('fiscalDrive', nowhere) } },
  'Query.receiptClaim': { id: encodePublicId('receiptClaim', nowhere) },
  'Mutation.receiptClaimMake': {
    input: { receipt: 'no receipt', customer, idempotencyKey: 'claim of a receipt' },
  },
  'Mutation.receiptClaimConfirm': {
    input: { id: encodePublicId('receiptClaim', nowhere), idempotencyKey: 'yes' },
  },
  'Mutation.receiptClaimDecline': {
    input: { id: encodePublicId('receiptClaim', nowhere), reason: 'Not ours' },
  },
  'Query.link': { id: encodePublicId('link', nowhere) },
  'Mutation.linkCreate': { input: { name: '' } },
  'Mutation.linkArchive': { input: { id: encodePublicId('link', nowhere) } },
  'Mutation.visitRecord': { input: { customer, idempotencyKey: 'visit' } },
  'Mutation.customerEventRecord': { input: { customer, event: 'asked', idempotencyKey: 'event' } },
  'Mutation.customerBirthDateSet': { input: { customer, birthDate: '1990-05-17' } },
  'Mutation.referralBind': { input: { customer, code: 'NOBODY-HAS-IT' } },
  'Mutation.customerBind': { input: { customer: customer, code: 'NOBODY-HAS-IT' } },
})

/** Ids of rules that there are not, and a definition that never gets as far. */
function ruleArguments(nowhere: string): Arguments {
  const step = { input: { id: encodePublicId('rule', nowhere) } }
  const definition = {
    ...{ name: { en: 'x', ru: 'x' }, schedule: { fromDay: '2099-01-01' } },
    give: [{ pointsFixed: '1' }],
  }
  return {
    'Query.rule': { id: encodePublicId('rule', nowhere) },
    'Query.ruleDryRun': { input: { definition } },
    'Mutation.ruleDraft': { input: { definition } },
    'Mutation.ruleEdit': { input: { ...step.input, definition } },
    'Mutation.ruleSchedule': step,
    'Mutation.rulePause': step,
    'Mutation.ruleResume': step,
    'Mutation.ruleEnd': step,
    'Query.pilot': { id: encodePublicId('pilot', nowhere) },
    'Mutation.pilotPlan': { input: { name: { en: '', ru: '' }, controlBps: 0, fromDay: '', toDay: '' } },
    'Mutation.pilotDecide': {
      input: { id: encodePublicId('pilot', nowhere), decision: 'STOP', reason: 'x' },
    },
    'Mutation.ruleAccept': { input: { ...step.input, version: 1 } },
    'Mutation.ruleDecline': { input: { ...step.input, version: 1 } },
  }
}

/** A segment and a ladder that there are not. */
function segmentArguments(nowhere: string, customer: { readonly id: string }): Arguments {
  const id = encodePublicId('segment', nowhere)
  const some = { input: { id, customers: [customer] } }
  return {
    'Query.segment': { id },
    'Mutation.segmentAdd': some,
    'Mutation.segmentRemove': some,
    'Mutation.segmentDelete': { input: { id } },
    'Mutation.tierLadderEnd': { input: { id: encodePublicId('tierLadder', nowhere) } },
  }
}

/** Ids of affiliates, programmes and commissions that there are not. */
function commissionArguments(nowhere: string): Arguments {
  const programme = { id: encodePublicId('commissionProgramme', nowhere) }
  const commission = { id: encodePublicId('commission', nowhere) }
  const definition = { name: { en: 'x', ru: 'x' }, effect: { percentBps: 1 }, fromDay: '2099-01-01' }
  const coalitionId = encodePublicId('coalition', nowhere)
  return {
    'Query.affiliateTerms': { coalitionId },
    'Query.affiliate': { id: encodePublicId('affiliate', nowhere) },
    'Query.commission': commission,
    'Mutation.affiliateApply': {
      input: {
        coalitionId,
        name: 'x',
        legalName: 'x',
        kind: 'OTHER',
        email: 'x@example.com',
        termsVersion: 1,
      },
    },
    'Mutation.commissionProgrammeStart': { input: { payeeKind: 'AFFILIATE', definition } },
    'Mutation.commissionProgrammeChange': { input: { ...programme, version: 1, definition } },
    'Mutation.commissionProgrammeEnd': { input: programme },
    'Mutation.commissionApprove': { input: commission },
    'Mutation.commissionReject': { input: { ...commission, reason: 'x' } },
  }
}

const importArguments = (nowhere: string): Arguments =>
  Object.fromEntries(
    ['importBegin', 'importPause', 'importResume', 'importCancel'].map((step) => [
      `Mutation.${step}`,
      { input: { id: encodePublicId('import', nowhere) } },
    ]),
  )
