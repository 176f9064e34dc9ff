import { builder } from './builder.ts'

export const SourceKind = builder.enumType('SourceKind', {
  description: 'What kind of source brings customers.',
  values: {
    MEMBER: { description: 'A member of the coalition, or the very member that they are brought to.' },
    AFFILIATE: { description: 'Somebody outside, who is paid for it.' },
    CUSTOMER: { description: 'A customer who brings a friend.' },
  } as const,
})

export const LinkStatus = builder.enumType('LinkStatus', {
  description: 'Whether a link brings customers.',
  values: {
    ACTIVE: { description: 'It does.' },
    ARCHIVED: { description: 'It leads to its page, and brings nobody any more.' },
  } as const,
})

export const BindingVia = builder.enumType('BindingVia', {
  description: 'How a customer was bound to a source.',
  values: {
    ENROL: { description: 'As it was enrolled.' },
    SIGN_IN: { description: "At a sign-in on the member's site." },
    TILL: { description: 'By whoever was signed in at a till.' },
    CODE: { description: 'By a code that was typed elsewhere.' },
  } as const,
})

export const BindingPolicy = builder.enumType('BindingPolicy', {
  description: 'Which of several sources of one customer counts.',
  values: {
    FIRST: { description: 'The first whose window has not ended.' },
    LAST: { description: 'The last.' },
    PRIORITY: { description: 'The one of the kind that goes before; of one kind, the first.' },
  } as const,
})
