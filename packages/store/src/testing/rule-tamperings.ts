import { STRANGER, type Tampering } from './refund-tamperings.ts'

const OF_THE_FIRST = `where version = 1`

/** Of rules and of what each of their versions says. */
export const RULE_TAMPERINGS: readonly Tampering[] = [
  [
    "a byte of a rule's words",
    `update rule_version set definition = replace(definition, 'Мойка', 'мойка') ${OF_THE_FIRST}`,
    'RULE_VERSION_DIGEST',
    'rule_version',
  ],
  [
    'blanks between the words of a rule',
    `update rule_version set definition = definition || ' ' ${OF_THE_FIRST}`,
    'RULE_VERSION_DIGEST',
    'rule_version',
  ],
  [
    'whose a version is',
    `update rule_version set rule_id = ${STRANGER} ${OF_THE_FIRST}`,
    'RULE_VERSION_DIGEST',
    'rule_version',
  ],
  [
    'who wrote a version',
    `update rule_version set created_by_id = ${STRANGER} ${OF_THE_FIRST}`,
    'RULE_VERSION_DIGEST',
    'rule_version',
  ],
  [
    'what a version was made from',
    `update rule_version set template = null ${OF_THE_FIRST}`,
    'RULE_VERSION_DIGEST',
    'rule_version',
  ],
  ['a version removed', `delete from rule_version ${OF_THE_FIRST}`, 'RULE_VERSIONS', 'rule'],
  ['the newest version removed', `delete from rule_version where version = 2`, 'RULE_VERSIONS', 'rule'],
  ['which version holds', `update rule set version = 1`, 'RULE_VERSIONS', 'rule'],
  ['the last day of a rule', `update rule set last_day = '2027-12-31'`, 'RULE_VERSIONS', 'rule'],
]
