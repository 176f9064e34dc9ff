import { minor } from '@artel/ledger'
import { describe, expect, it } from 'vitest'
import { type ProvingLine, provesRecorded, type RecordedMovement, takesBack } from './match-recorded.ts'

const recorded: RecordedMovement = {
  direction: 'IN',
  amount: minor(500n),
  paidOn: '2026-12-03',
  references: ['ZARECHYE-7-1'],
  partyAccounts: ['40702810000000000001'],
  partyInns: ['7700000001'],
  bankReferences: ['', 'BANK-1'],
}
const line: ProvingLine = {
  ...{ bookedOn: '2026-12-03', direction: 'IN', amount: minor(500n), quoted: [] },
  ...{ counterpartyAccount: null, counterpartyInn: '7700000001', bankReferences: [''] },
}

describe('provesRecorded', () => {
  it('knows a movement by its party, or by a quoted reference of its leg', () => {
    expect(provesRecorded(line, recorded)).toBe('PARTY')
    const quoting = { ...line, counterpartyInn: null, quoted: ['ZARECHYE-7-1'] }
    expect(provesRecorded(quoting, recorded)).toBe('REFERENCE')
  })

  it.each<Partial<ProvingLine>>([
    { direction: 'OUT' },
    { amount: minor(501n) },
    { bookedOn: '2026-12-04' },
    { counterpartyInn: '7700000002' },
    // The same party, for another leg.
    { quoted: ['ZARECHYE-7-2'] },
  ])('does not take another payment for it: %o', (other) => {
    expect(provesRecorded({ ...line, ...other }, recorded)).toBeNull()
  })
})

describe('takesBack', () => {
  const back: ProvingLine = { ...line, direction: 'OUT', bookedOn: '2026-12-05' }

  it('knows a movement by a reference of the bank, a quoted leg, or the party', () => {
    expect(takesBack(back, recorded)).toBe('PARTY')
    const nameless = { ...back, counterpartyInn: null }
    expect(takesBack({ ...nameless, bankReferences: ['BANK-1'] }, recorded)).toBe('BANK')
    expect(takesBack({ ...nameless, quoted: ['ZARECHYE-7-1'] }, recorded)).toBe('REFERENCE')
  })

  it.each<Partial<ProvingLine>>([
    { direction: 'IN' },
    { amount: minor(499n) },
    { bookedOn: '2026-12-02' },
    { counterpartyInn: null },
    { quoted: ['ZARECHYE-7-2'] },
  ])('does not undo another payment: %o', (other) => {
    expect(takesBack({ ...back, ...other }, recorded)).toBeNull()
  })
})
