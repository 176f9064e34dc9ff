import { problemInRussian } from '@artel/ledger'
import { expect, test } from 'vitest'
import { saidProblems } from './said-problems.ts'

test('whatever is wrong with an input or a file has Russian words', () => {
  const problems = saidProblems()
  expect(problems.length).toBeGreaterThan(150)
  const unsaid = problems.filter(({ said }) => problemInRussian(said) === said.replace(/\.$/, ''))
  expect(unsaid).toEqual([])
})
