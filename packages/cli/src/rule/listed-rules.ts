import { describeRule } from '@artel/rules'
import { newestRuleVersions } from '@artel/store'
import type { Coalition, Rule } from '@artel/store/prisma'
import {
  type Context,
  encodePublicId,
  readAskedRules,
  readRules,
  ruleVersionOf,
  statusOfRule,
  todayOf,
} from '@artel/use-cases'
import { memberIdOf } from '../find-member.ts'
import { textTable } from '../text-table.ts'
import type { Language } from '../words/language.ts'
import { RULE_WORDS } from '../words/rule-words.ts'

/** So many rules are read at once. */
const PAGE = 100

/** Who looks, at which coalition, in which language. */
export interface Looking {
  readonly context: Context
  readonly coalition: Coalition
  readonly language: Language
}

/** The rules that whoever looks may see, newest first. */
export async function rulesOf({ context, coalition }: Looking, handle?: string): Promise<Rule[]> {
  const memberId = await memberIdOf(context.store, coalition, handle)
  const rules: Rule[] = []
  for (;;) {
    const page = await readRules(context, { memberId, after: rules.at(-1)?.id ?? null, limit: PAGE })
    rules.push(...page)
    if (page.length < PAGE) return rules
  }
}

/** Rules that wait for the answer of whoever looks. */
export async function askedRulesOf({ context, coalition }: Looking): Promise<Rule[]> {
  const ids: string[] = []
  for (;;) {
    const page = await readAskedRules(context, { after: ids.at(-1) ?? null, limit: PAGE })
    ids.push(...page.map(({ ruleId }) => ruleId))
    if (page.length < PAGE) break
  }
  const where = { coalitionId: coalition.id, id: { in: ids } }
  return context.store.prisma.rule.findMany({ where, orderBy: { id: 'desc' } })
}

/** Rules as a table, or as a line for a program. */
export async function shownRules(looking: Looking, rules: readonly Rule[], json?: boolean): Promise<string> {
  const { context, coalition, language } = looking
  const { store } = context
  const words = RULE_WORDS[language]
  const ids = rules.map(({ id }) => id)
  const [versions, today, members] = await Promise.all([
    newestRuleVersions(store, coalition.id, ids),
    todayOf(store, coalition.id),
    store.prisma.member.findMany({ where: { coalitionId: coalition.id } }),
  ])
  const handles = new Map(members.map(({ id, handle }) => [id, handle]))
  const names = new Map(members.map(({ id, name }) => [id, name]))
  const rows = rules.map((one) => {
    const version = versions.get(one.id)
    return {
      id: encodePublicId('rule', one.id),
      member: one.memberId === null ? words.ofCoalition : (handles.get(one.memberId) ?? ''),
      status: statusOfRule(one, today),
      version: one.version,
      sentence: version
        ? describeRule(ruleVersionOf(version), language, coalition.currency, (id) => names.get(id))
        : '',
    }
  })
  if (json) return `${JSON.stringify({ rules: rows })}\n`
  if (rows.length === 0) return `${words.none}\n`
  return textTable(
    words.columns.map((title) => ({ title, align: 'left' })),
    rows.map(({ id, member, status, version, sentence }) => [
      ...[id, member, words.status[status], String(version), sentence],
    ]),
  )
}
