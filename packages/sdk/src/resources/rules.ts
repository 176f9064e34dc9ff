import type { Executor } from '../executor.ts'
import type { Filtered } from '../filtered.ts'
import { found } from '../found.ts'
import {
  RuleAcceptDocument,
  type RuleAnswer,
  type RuleAnswerInput,
  RuleByIdDocument,
  RuleDeclineDocument,
  RuleDraftDocument,
  type RuleDraftInput,
  RuleDryRunDocument,
  type RuleDryRunInput,
  RuleEditDocument,
  type RuleEditInput,
  RuleEndDocument,
  RuleListDocument,
  RulePauseDocument,
  RuleResumeDocument,
  RuleScheduleDocument,
  type RuleStepInput,
  RulesAskedDocument,
  type RulesFilter,
  RuleVersionsDocument,
} from '../generated/graphql.ts'
import { type ListOptions, list } from '../list.ts'
import type { CallOptions } from '../transport.ts'

/** What a member gives beside its earn rule: points or discounts, on conditions and for a time. */
export function rulesOf({ query, result }: Executor) {
  return {
    /**
     * Writes a rule down as a draft, which gives nothing until it is scheduled. Scope `rules:write`.
     *
     * @example
     * ```ts
     * const { rule } = await artel.rules
     *   .draft({
     *     template: 'happy-hours',
     *     definition: {
     *       name: { en: 'Happy hours', ru: 'Счастливые часы' },
     *       schedule: { fromDay: '2027-01-11', weekly: [{ days: [2, 3], from: '10:00', to: '14:00' }] },
     *       give: [{ pointsPercentBps: 500 }],
     *     },
     *   })
     *   .unwrap()
     * console.log(rule.sentenceEn)
     * ```
     */
    draft: (input: RuleDraftInput, options?: CallOptions) =>
      result('mutation', RuleDraftDocument, { input }, options, (data) => data.ruleDraft),
    /**
     * Gives a rule its next version, which holds from the next sale on. RULE_CHANGED when it has another version by now than the
     * one that was edited. Scope `rules:write`.
     *
     * @example
     * ```ts
     * const { rule, isBudgetUsedUp } = await artel.rules
     *   .edit({
     *     id: 'rul_3vQB7B6MrGQZaxCuFg4oh',
     *     version: 1,
     *     definition: {
     *       name: { en: 'Oil', ru: 'Масло' },
     *       if: { anyLine: { categories: ['service/oil'] } },
     *       schedule: { fromDay: '2027-01-11', toDay: '2027-03-31' },
     *       give: [{ pointsPercentBps: 700 }],
     *       limits: { budget: { points: '10000', per: 'MONTH' } },
     *     },
     *   })
     *   .unwrap()
     * console.log(rule.version, isBudgetUsedUp)
     * ```
     */
    edit: (input: RuleEditInput, options?: CallOptions) =>
      result('mutation', RuleEditDocument, { input }, options, (data) => data.ruleEdit),
    /**
     * Starts a draft: it gives from its first day on. Scope `rules:write`.
     *
     * @example
     * ```ts
     * const { rule } = await artel.rules.schedule({ id: 'rul_3vQB7B6MrGQZaxCuFg4oh' }).unwrap()
     * console.log(rule.status)
     * ```
     */
    schedule: (input: RuleStepInput, options?: CallOptions) =>
      result('mutation', RuleScheduleDocument, { input }, options, (data) => data.ruleSchedule),
    /**
     * Stops a rule until it is resumed. Scope `rules:write`.
     *
     * @example
     * ```ts
     * await artel.rules.pause({ id: 'rul_3vQB7B6MrGQZaxCuFg4oh' }).unwrap()
     * ```
     */
    pause: (input: RuleStepInput, options?: CallOptions) =>
      result('mutation', RulePauseDocument, { input }, options, (data) => data.rulePause),
    /**
     * Goes on with a rule that was paused. Scope `rules:write`.
     *
     * @example
     * ```ts
     * await artel.rules.resume({ id: 'rul_3vQB7B6MrGQZaxCuFg4oh' }).unwrap()
     * ```
     */
    resume: (input: RuleStepInput, options?: CallOptions) =>
      result('mutation', RuleResumeDocument, { input }, options, (data) => data.ruleResume),
    /**
     * Ends a rule for good, a draft too. Scope `rules:write`.
     *
     * @example
     * ```ts
     * await artel.rules.end({ id: 'rul_3vQB7B6MrGQZaxCuFg4oh' }).unwrap()
     * ```
     */
    end: (input: RuleStepInput, options?: CallOptions) =>
      result('mutation', RuleEndDocument, { input }, options, (data) => data.ruleEnd),
    /**
     * Says yes to paying for this version of another's rule: a member for itself, an administrator for the promo fund. The rule gives
     * once all who are asked have. RULE_CHANGED when it has another version by now. Scope `rules:write` or `coalition:write`.
     *
     * @example
     * ```ts
     * for await (const { rule, version } of artel.rules.asked()) {
     *   console.log(rule.sentenceEn)
     *   await artel.rules.accept({ id: rule.id, version }).unwrap()
     * }
     * ```
     */
    accept: (input: RuleAnswerInput, options?: CallOptions) =>
      result('mutation', RuleAcceptDocument, { input }, options, (data) => data.ruleAccept),
    /**
     * Says no to paying for this version of another's rule, or takes a yes back: later sales are not at the caller's cost. Scope
     * `rules:write` or `coalition:write`.
     *
     * @example
     * ```ts
     * await artel.rules.decline({ id: 'rul_3vQB7B6MrGQZaxCuFg4oh', version: 1 }).unwrap()
     * ```
     */
    decline: (input: RuleAnswerInput, options?: CallOptions) =>
      result('mutation', RuleDeclineDocument, { input }, options, (data) => data.ruleDecline),
    /**
     * Rules of others that ask the caller to pay, newest first: those that wait for its answer, or those that it answered so. The list
     * is fetched while it is read. Scope `rules:read` or `coalition:read`.
     *
     * @example
     * ```ts
     * for await (const { rule, answeredAt } of artel.rules.asked({ answer: 'ACCEPTED' })) console.log(rule.sentenceEn, answeredAt)
     * ```
     */
    asked: (options: ListOptions & CallOptions & { readonly answer?: RuleAnswer } = {}) =>
      list(options, async (window) => {
        const { answer = null } = options
        return (await query(RulesAskedDocument, { answer, ...window }, options)).rulesAsked
      }),
    /**
     * A rule, or null when there is none that the key may see. Scope `rules:read` or `coalition:read`.
     *
     * @example
     * ```ts
     * const rule = await artel.rules.get('rul_3vQB7B6MrGQZaxCuFg4oh')
     * console.log(rule?.status, rule?.sentenceEn)
     * ```
     */
    get: async (id: string, options: CallOptions = {}) =>
      (await query(RuleByIdDocument, { id }, options)).rule,
    /**
     * Rules, newest first. The list is fetched while it is read. Scope `rules:read` or `coalition:read`.
     *
     * @example
     * ```ts
     * for await (const { status, sentenceEn } of artel.rules.list({ filter: { isOpen: true } })) console.log(status, sentenceEn)
     * ```
     */
    list: (options: Filtered<RulesFilter> = {}) =>
      list(options, async (window) => {
        const { filter = null } = options
        return (await query(RuleListDocument, { filter, ...window }, options)).rules
      }),
    /**
     * The versions of a rule, newest first. The list is fetched while it is read; NOT_FOUND when there is no such rule.
     *
     * @example
     * ```ts
     * for await (const { version, sentenceEn } of artel.rules.versions('rul_3vQB7B6MrGQZaxCuFg4oh')) console.log(version, sentenceEn)
     * ```
     */
    versions: (id: string, options: ListOptions & CallOptions = {}) =>
      list(options, async (window) => {
        const { rule } = await query(RuleVersionsDocument, { id, ...window }, options)
        return found(rule, 'rule').versions
      }),
    /**
     * What a rule would have done on the purchases of the last whole month. Nothing is written. Scope `rules:read` or
     * `coalition:read`.
     *
     * @example
     * ```ts
     * const { touched, purchases, cost } = await artel.rules
     *   .dryRun({
     *     definition: {
     *       name: { en: 'Come back', ru: 'Возвращайтесь' },
     *       if: { customer: { absentDays: 60 } },
     *       schedule: { fromDay: '2027-01-11' },
     *       give: [{ pointsFixed: '200' }],
     *     },
     *   })
     *   .unwrap()
     * console.log(`${touched} of ${purchases}, at most ${cost.amountMinor} kopecks`)
     * ```
     */
    dryRun: (input: RuleDryRunInput, options?: CallOptions) =>
      result('query', RuleDryRunDocument, { input }, options, (data) => data.ruleDryRun),
  }
}
