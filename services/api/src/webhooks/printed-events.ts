import { EVENT_KINDS, EVENTS, type EventField, type EventKind, messageOf, TOPICS } from '@artel/use-cases'

type JsonSchema = Readonly<Record<string, unknown>>

/** Files of the contract by their names in `packages/schema/events`: a JSON Schema and an example of each kind. */
export function printedEvents(): ReadonlyMap<string, string> {
  const files = new Map<string, string>()
  for (const kind of EVENT_KINDS) {
    files.set(`${kind}.schema.json`, printed(schemaOf(kind)))
    files.set(`${kind}.example.json`, printed(exampleOf(kind)))
  }
  return files
}

const printed = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`

function schemaOf(kind: EventKind): JsonSchema {
  const { says, data } = EVENTS[kind]
  const fields = Object.entries(data)
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `artel:events/${kind}`,
    title: kind,
    description: says,
    type: 'object',
    required: ['type', 'timestamp', 'data'],
    properties: {
      type: { const: kind },
      timestamp: {
        type: 'string',
        format: 'date-time',
        description: "When it happened, by the coalition's clock.",
      },
      data: {
        type: 'object',
        required: fields.filter(([, field]) => !field.optional).map(([name]) => name),
        properties: Object.fromEntries(fields.map(([name, field]) => [name, schemaOfField(field)])),
      },
    },
  }
}

function schemaOfField({ kind, noun, says: description, example }: EventField): JsonSchema {
  const prefix = noun === undefined ? '' : String(example).slice(0, 4)
  switch (kind) {
    case 'id':
      return { type: 'string', pattern: `^${prefix}[1-9A-HJ-NP-Za-km-z]+$`, description }
    case 'party':
      return { type: 'string', pattern: '^(mbr|coa)_[1-9A-HJ-NP-Za-km-z]+$', description }
    case 'amount':
      return { type: 'string', pattern: '^-?[0-9]+$', description }
    case 'count':
      return { type: 'integer', description }
    case 'instant':
      return { type: 'string', format: 'date-time', description }
    case 'day':
      return { type: 'string', format: 'date', description }
    case 'flag':
      return { type: 'boolean', description }
    case 'days':
    case 'findings':
      return { type: 'array', items: { type: 'object' }, description }
    case 'text':
      return { type: 'string', description }
  }
}

function exampleOf(kind: EventKind): unknown {
  const fields = Object.entries(EVENTS[kind].data).map(([name, { example }]) => [name, example])
  return JSON.parse(messageOf({ kind, createdAt: EXAMPLE_INSTANT, data: Object.fromEntries(fields) }))
}

const EXAMPLE_INSTANT = new Date('2026-03-14T09:26:53Z')

/** The page of events, `docs/events.md`. */
export function eventsPage(): string {
  return [
    '# Events',
    '',
    'What [webhook endpoints](webhooks.md) are told of. Written by `pnpm --filter @artel/api run generate`; the schemas and',
    'examples stand in [packages/schema/events](../packages/schema/events). Fields and kinds may come, so pass over what you',
    'do not know. Amounts are decimal strings.',
    '',
    ...EVENT_KINDS.flatMap(sectionOf),
  ].join('\n')
}

function sectionOf(kind: EventKind): string[] {
  const { says, subject, topic, data } = EVENTS[kind]
  const { member, admin } = TOPICS[topic]
  const either = (scopes: readonly string[]) => scopes.map((scope) => `\`${scope}\``).join(' or ')
  const members = toldTo(kind)
  return [
    `## ${kind}`,
    '',
    says,
    '',
    `Told to ${members === '' ? '' : `${members} with ${either(member)}, and to `}administrators with ${either(admin)}.${
      subject === undefined ? '' : ` \`$subjectId\` is the \`${subject}\`.`
    }`,
    '',
    '| data | says |',
    '| --- | --- |',
    ...Object.entries(data).map(([name, field]) => `| \`${name}\` | ${field.says} |`),
    '',
  ]
}

function toldTo(kind: EventKind): string {
  const { audience } = EVENTS[kind]
  if (kind === 'webhook.test') return 'the endpoint that is tried'
  if (audience === 'ADMINISTRATORS') return ''
  if (audience === 'EVERYBODY') return 'every member'
  if (audience === 'OF_TERMS') return 'the members that the terms are for'
  if (audience === 'SOLE_PAYER') return 'the member that paid'
  return `the member in ${audience.map((field) => `\`${field}\``).join(' or ')}`
}
