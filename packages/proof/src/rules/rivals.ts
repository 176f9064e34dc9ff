import type { RuleVersion } from '@artel/rules'

/** In the order of a phase: higher priority first, then the id. */
export function ordered(rules: readonly RuleVersion[]): RuleVersion[] {
  return [...rules].sort((a, b) => {
    if (a.combine.priority !== b.combine.priority) return b.combine.priority - a.combine.priority
    return a.ruleId < b.ruleId ? -1 : 1
  })
}

/**
 * Who lost to whom among rules that are BEST: by group, whoever is worth most alone wins, the smaller id of equals, of
 * those too that come to nothing.
 */
export function losersAmong(
  rules: readonly RuleVersion[],
  worth: (rule: RuleVersion) => bigint,
): Map<string, string> {
  const lost = new Map<string, string>()
  for (const rule of rules) {
    const rivals = rules.filter(
      ({ combine }) => combine.mode === 'BEST' && combine.group === rule.combine.group,
    )
    if (rule.combine.mode !== 'BEST') continue
    let winner = rule
    for (const rival of rivals)
      if (worth(rival) > worth(winner) || (worth(rival) === worth(winner) && rival.ruleId < winner.ruleId))
        winner = rival
    if (winner !== rule) lost.set(rule.ruleId, winner.ruleId)
  }
  return lost
}
