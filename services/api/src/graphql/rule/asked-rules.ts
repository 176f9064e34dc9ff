import type { AskedRule as AskedRuleRead } from '@artel/store'
import type { Rule as RuleRow } from '@artel/store/prisma'
import { readAskedRules } from '@artel/use-cases'
import { visibleTo } from '../../auth/visible.ts'
import { storeOf, verbContext } from '../../context.ts'
import { builder } from '../vocabulary/builder.ts'
import { idPage } from '../vocabulary/id-page.ts'
import { pageArgs } from '../vocabulary/page.ts'
import { Rule } from './rule.ts'
import { RuleAnswer } from './rule-words.ts'

interface AskedRuleShape extends AskedRuleRead {
  /** Of the rule. */
  readonly id: string
  readonly rule: RuleRow
}

const AskedRule = builder.objectRef<AskedRuleShape>('AskedRule').implement({
  description: "Another's rule that asks the caller to pay.",
  fields: (t) => ({
    rule: t.expose('rule', { type: Rule, description: 'The rule.' }),
    version: t.exposeInt('version', { description: 'The version that is asked about, which holds.' }),
    answer: t.expose('answer', { type: RuleAnswer, description: 'What the caller said.' }),
    askedAt: t.expose('askedAt', { type: 'DateTime', description: 'When the version was written.' }),
    answeredAt: t.expose('answeredAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the caller said so; null while it has not.',
    }),
  }),
})

const AskedRuleConnection = builder.connectionObject(
  { type: AskedRule, name: 'AskedRuleConnection' },
  { name: 'AskedRuleConnectionEdge' },
)

builder.queryField('rulesAsked', (t) =>
  t.field({
    type: AskedRuleConnection,
    description:
      'Rules of others that ask the caller to pay, newest first: a member for itself, an administrator for the promo fund.',
    args: {
      answer: t.arg({
        type: RuleAnswer,
        description: 'To which it said so; those that wait for it when left out.',
      }),
      ...pageArgs(),
    },
    resolve: (_root, { answer, ...args }, context) =>
      idPage(args, 'rule', async ({ beyond, take }) => {
        const after = beyond.id && 'lt' in beyond.id ? beyond.id.lt : null
        const asked = await readAskedRules(verbContext(context), {
          answer: answer ?? null,
          after,
          limit: take,
        })
        const ids = asked.map(({ ruleId }) => ruleId)
        const where = visibleTo(context.principal).rule
        const rules = where
          ? await storeOf(context).prisma.rule.findMany({ where: { AND: [where, { id: { in: ids } }] } })
          : []
        const byId = new Map(rules.map((rule) => [rule.id, rule]))
        return asked.flatMap((each): AskedRuleShape[] => {
          const rule = byId.get(each.ruleId)
          return rule ? [{ ...each, id: each.ruleId, rule }] : []
        })
      }),
  }),
)
