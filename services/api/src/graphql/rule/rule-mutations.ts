import {
  MemberNotActiveError,
  NotFoundError,
  RuleChangedError,
  RuleLimitReachedError,
  RuleOverError,
  RuleStatusError,
} from '@artel/ledger'
import type { Rule as RuleRow } from '@artel/store/prisma'
import {
  acceptRule,
  declineRule,
  draftRule,
  editRule,
  endRule,
  pauseRule,
  resumeRule,
  scheduleRule,
} from '@artel/use-cases'
import { verbContext } from '../../context.ts'
import { builder } from '../vocabulary/builder.ts'
import { uuidOf } from '../vocabulary/node-id.ts'
import { Rule } from './rule.ts'
import { definitionGiven, RuleDefinitionInput } from './rule-definition-input.ts'

const RulePayload = builder.objectRef<{ readonly rule: RuleRow }>('RulePayload').implement({
  description: 'The rule as it is now.',
  fields: (t) => ({ rule: t.expose('rule', { type: Rule, description: 'The rule.' }) }),
})

const RuleDraftInput = builder.inputType('RuleDraftInput', {
  description: 'A rule to write down.',
  fields: (t) => ({
    definition: t.field({ type: RuleDefinitionInput, required: true, description: 'What it says.' }),
    template: t.string({ description: 'The template that it was made of, such as happy-hours.' }),
  }),
})

builder.mutationField('ruleDraft', (t) =>
  t.field({
    type: RulePayload,
    description:
      'Writes a rule down as a draft, which gives nothing until it is scheduled: of the calling member, or for an administrator of the coalition.',
    errors: { types: [MemberNotActiveError, RuleLimitReachedError] },
    args: { input: t.arg({ type: RuleDraftInput, required: true, description: 'The rule.' }) },
    resolve: (_root, { input: { definition, template } }, context) =>
      draftRule(verbContext(context), {
        definition: definitionGiven(definition),
        ...(template == null ? {} : { template }),
      }),
  }),
)

const RuleEditInput = builder.inputType('RuleEditInput', {
  description: 'A rule to give its next version.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'Id of the rule.' }),
    version: t.int({ required: true, description: 'The version that was edited.' }),
    definition: t.field({ type: RuleDefinitionInput, required: true, description: 'What it says now.' }),
  }),
})

const RuleEditPayload = builder.objectRef<Awaited<ReturnType<typeof editRule>>>('RuleEditPayload').implement({
  description: 'The rule as it is now.',
  fields: (t) => ({
    rule: t.expose('rule', { type: Rule, description: 'The rule.' }),
    isBudgetUsedUp: t.exposeBoolean('isBudgetUsedUp', {
      description: 'The budget is below what the rule gave in this period: it gives nothing more in it.',
    }),
  }),
})

builder.mutationField('ruleEdit', (t) =>
  t.field({
    type: RuleEditPayload,
    description:
      'Gives a rule its next version, which holds from the next sale on; other processes follow within two seconds. Versions before stay as they are.',
    errors: {
      types: [NotFoundError, MemberNotActiveError, RuleChangedError, RuleStatusError, RuleOverError],
    },
    args: { input: t.arg({ type: RuleEditInput, required: true, description: 'The rule.' }) },
    resolve: (_root, { input: { id, version, definition } }, context) =>
      editRule(verbContext(context), {
        ...{ id: uuidOf('rule', id, ['id']), version },
        definition: definitionGiven(definition),
      }),
  }),
)

const RuleAnswerInput = builder.inputType('RuleAnswerInput', {
  description: 'Which version of a rule the caller speaks of.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'Id of the rule.' }),
    version: t.int({ required: true, description: 'The version that was read.' }),
  }),
})

const answerArg = { type: RuleAnswerInput, required: true, description: 'The rule.' } as const
const ANSWER_REFUSALS = [NotFoundError, MemberNotActiveError, RuleChangedError, RuleStatusError]

builder.mutationFields((t) => ({
  ruleAccept: t.field({
    type: RulePayload,
    description:
      "Says yes to paying for this version of another's rule: a member for itself, an administrator for the promo fund. It gives once all who are asked have.",
    errors: { types: ANSWER_REFUSALS },
    args: { input: t.arg(answerArg) },
    resolve: (_root, { input: { id, version } }, context) =>
      acceptRule(verbContext(context), { id: uuidOf('rule', id, ['id']), version }),
  }),
  ruleDecline: t.field({
    type: RulePayload,
    description:
      "Says no to paying for this version of another's rule, or takes a yes back: later sales are not at the caller's cost, in other processes within two seconds.",
    errors: { types: ANSWER_REFUSALS },
    args: { input: t.arg(answerArg) },
    resolve: (_root, { input: { id, version } }, context) =>
      declineRule(verbContext(context), { id: uuidOf('rule', id, ['id']), version }),
  }),
}))

const RuleStepInput = builder.inputType('RuleStepInput', {
  description: 'A rule to take a step on.',
  fields: (t) => ({ id: t.id({ required: true, description: 'Id of the rule.' }) }),
})

const stepArg = { type: RuleStepInput, required: true, description: 'The rule.' } as const
const STEP_REFUSALS = [NotFoundError, MemberNotActiveError, RuleStatusError]

builder.mutationFields((t) => ({
  ruleSchedule: t.field({
    type: RulePayload,
    description: 'Starts a draft: it gives from its first day on. Scheduling twice changes nothing.',
    errors: { types: [...STEP_REFUSALS, RuleOverError] },
    args: { input: t.arg(stepArg) },
    resolve: (_root, { input }, context) =>
      scheduleRule(verbContext(context), { id: uuidOf('rule', input.id, ['id']) }),
  }),
  rulePause: t.field({
    type: RulePayload,
    description: 'Stops a rule until it is resumed. Pausing twice changes nothing.',
    errors: { types: STEP_REFUSALS },
    args: { input: t.arg(stepArg) },
    resolve: (_root, { input }, context) =>
      pauseRule(verbContext(context), { id: uuidOf('rule', input.id, ['id']) }),
  }),
  ruleResume: t.field({
    type: RulePayload,
    description: 'Goes on with a rule that was paused. Resuming twice changes nothing.',
    errors: { types: STEP_REFUSALS },
    args: { input: t.arg(stepArg) },
    resolve: (_root, { input }, context) =>
      resumeRule(verbContext(context), { id: uuidOf('rule', input.id, ['id']) }),
  }),
  ruleEnd: t.field({
    type: RulePayload,
    description: 'Ends a rule for good, a draft too. Ending twice changes nothing.',
    errors: { types: STEP_REFUSALS },
    args: { input: t.arg(stepArg) },
    resolve: (_root, { input }, context) =>
      endRule(verbContext(context), { id: uuidOf('rule', input.id, ['id']) }),
  }),
}))
