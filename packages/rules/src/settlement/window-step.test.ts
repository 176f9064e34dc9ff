import { describe, expect, it } from 'vitest'
import {
  decideStep,
  nextStep,
  statusAfter,
  type WindowFacts,
  type WindowStatus,
  type WindowStep,
} from './window-step.ts'

const cutOff = new Date('2026-11-30T21:00:00Z')
const disputeDeadline = new Date('2026-12-06T21:00:00Z')
const later = new Date('2027-01-01T00:00:00Z')
const steps: readonly WindowStep[] = ['CLOSE', 'STATE', 'AGREE', 'APPROVE', 'SETTLE']
const statuses: readonly WindowStatus[] = ['OPEN', 'CLOSED', 'STATED', 'AGREED', 'APPROVED', 'SETTLED']

const window = (over: Partial<WindowFacts>): WindowFacts => ({
  status: 'OPEN',
  cutOff,
  memberIds: ['S', 'W'],
  statements: [
    { memberId: 'S', status: 'ACCEPTED', disputeDeadline },
    { memberId: 'W', status: 'STATED', disputeDeadline },
  ],
  approvalsNeeded: 0,
  legs: [
    { legId: '1', status: 'PAID' },
    { legId: '2', status: 'RECEIVABLE' },
  ],
  ...over,
})

describe('decideStep', () => {
  it('takes exactly the next step of a window that lacks nothing, says DONE to those behind, refuses those ahead', () => {
    for (const [standing, status] of statuses.entries())
      for (const [index, step] of steps.entries()) {
        const decide = () => decideStep(window({ status }), step, later)
        if (index < standing) expect(decide()).toBe('DONE')
        else if (index === standing) expect(decide()).toBe('TAKE')
        else
          expect(decide).toThrow(
            expect.objectContaining({
              code: 'WINDOW_STEP_OUT_OF_ORDER',
              details: { status, step, expected: statuses[index] },
            }),
          )
      }
  })

  it('walks from OPEN to SETTLED by the steps that it names itself', () => {
    let status: WindowStatus = 'OPEN'
    const walked: WindowStatus[] = [status]
    for (let step = nextStep(status); step; step = nextStep(status)) {
      status = statusAfter(step)
      walked.push(status)
    }
    expect(walked).toEqual(statuses)
  })

  it('does not close before the cut-off, and does at it', () => {
    const before = new Date(cutOff.getTime() - 1)
    expect(() => decideStep(window({}), 'CLOSE', before)).toThrow(
      expect.objectContaining({
        code: 'WINDOW_STEP_NOT_READY',
        details: { step: 'CLOSE', missing: [{ kind: 'CUT_OFF', at: '2026-11-30T21:00:00.000Z' }] },
      }),
    )
    expect(decideStep(window({}), 'CLOSE', cutOff)).toBe('TAKE')
  })

  it.each<[string, WindowStep, Partial<WindowFacts>, Date, object[]]>([
    [
      'a member without statement',
      'STATE',
      { status: 'CLOSED', statements: [] },
      later,
      [
        { kind: 'STATEMENT', memberId: 'S' },
        { kind: 'STATEMENT', memberId: 'W' },
      ],
    ],
    [
      'an answer before the deadline',
      'AGREE',
      { status: 'STATED' },
      new Date(disputeDeadline.getTime() - 1),
      [{ kind: 'ANSWER', memberId: 'W', disputeDeadline: disputeDeadline.toISOString() }],
    ],
    [
      'a dispute, however late',
      'AGREE',
      { status: 'STATED', statements: [{ memberId: 'S', status: 'DISPUTED', disputeDeadline }] },
      later,
      [{ kind: 'RESOLUTION', memberId: 'S' }],
    ],
    ['a plan', 'APPROVE', { status: 'AGREED', approvalsNeeded: undefined }, later, [{ kind: 'PLAN' }]],
    [
      'a second approval',
      'APPROVE',
      { status: 'AGREED', approvalsNeeded: 1 },
      later,
      [{ kind: 'APPROVALS', count: 1 }],
    ],
    [
      'payments',
      'SETTLE',
      {
        status: 'APPROVED',
        legs: [
          { legId: '1', status: 'PARTIAL' },
          { legId: '2', status: 'OPEN' },
        ],
      },
      later,
      [
        { kind: 'PAYMENT', legId: '1' },
        { kind: 'PAYMENT', legId: '2' },
      ],
    ],
  ])('names what is missing: %s', (_name, step, over, now, missing) => {
    expect(() => decideStep(window(over), step, now)).toThrow(
      expect.objectContaining({ code: 'WINDOW_STEP_NOT_READY', missing }),
    )
  })

  it('takes silence for acceptance from the deadline on, and a resolved dispute for agreement', () => {
    const statements = [
      { memberId: 'S', status: 'RESOLVED' as const, disputeDeadline },
      { memberId: 'W', status: 'STATED' as const, disputeDeadline },
    ]
    expect(decideStep(window({ status: 'STATED', statements }), 'AGREE', disputeDeadline)).toBe('TAKE')
  })
})
