import { expect, test } from 'vitest'
import { countReport } from './run-vitest.js'

const report = (...tests: { status: string; meta?: object }[]) => ({
  numPassedTests: tests.filter(({ status }) => status === 'passed').length,
  numFailedTests: tests.filter(({ status }) => status === 'failed').length,
  numPendingTests: tests.filter(({ status }) => status === 'skipped').length,
  numTodoTests: 0,
  testResults: [{ status: 'passed', assertionResults: tests.map((one) => ({ title: 'it', ...one })) }],
})

test('a skipped test counts as a failure, unless it says what this machine lacks', () => {
  expect(countReport(report({ status: 'passed' }, { status: 'skipped', meta: {} }), 0)).toEqual({
    passed: 1,
    failed: 1,
    lacking: [],
  })
  const lacks = { status: 'skipped', meta: { lacks: 'pgbouncer' } }
  expect(countReport(report({ status: 'passed' }, lacks), 0)).toEqual({
    passed: 1,
    failed: 0,
    lacking: ['it: needs pgbouncer'],
  })
})

test('a run that ends badly with nothing failed counts as a failure', () => {
  expect(countReport(undefined, 1)).toMatchObject({ passed: 0, failed: 1 })
  expect(countReport(report({ status: 'passed' }), 1)).toMatchObject({ passed: 1, failed: 1 })
})
