import { expect, test } from 'vitest'
import { nextCodeAt } from './resend-bound.ts'

const now = new Date('2026-11-29T12:00:00.000Z')
const ago = (minutes: number, isSameAct = false, isSameMember = isSameAct) => ({
  at: new Date(now.getTime() - minutes * 60_000),
  isSameAct,
  isSameMember,
})
const atMember = (minutes: number) => ago(minutes, false, true)
const waitMinutes = (sent: Parameters<typeof nextCodeAt>[0]) => {
  const at = nextCodeAt(sent, now)
  return at === null ? 0 : (at.getTime() - now.getTime()) / 60_000
}

test.each([
  ['nothing was sent', [], 0],
  ['another act was asked for just now', [ago(0)], 0],
  ['the same act was asked for just now', [ago(0, true)], 1],
  ['the same act was asked for half a minute ago, after another', [ago(0.5, true), ago(0.1)], 0.5],
  ['the same act was asked for a minute ago', [ago(1, true)], 0],
  ['four were sent within the hour', [ago(5), ago(10), ago(20), ago(59)], 0],
  ['five were sent within the hour', [ago(5), ago(10), ago(20), ago(30), ago(59)], 1],
  ['five were sent, the first an hour ago', [ago(5), ago(10), ago(20), ago(30), ago(60)], 0],
  ['a member asked for two within the hour', [atMember(5), atMember(59)], 0],
  ['a member asked for three within the hour', [atMember(5), atMember(10), atMember(59)], 1],
  ['a member asked for six within the day', [61, 180, 270, 360, 450, 540].map(atMember), 900],
  ['ten were sent within the day', [90, 180, 270, 360, 450, 540, 630, 720, 810, 900].map((m) => ago(m)), 540],
  ['both bounds are met, the later counts', [5, 6, 7, 8, 9, 100, 200, 300, 400, 500].map((m) => ago(m)), 940],
])('when %s', (_when, sent, minutes) => {
  expect(waitMinutes(sent)).toBe(minutes)
  expect(waitMinutes(sent.toReversed())).toBe(minutes)
})
