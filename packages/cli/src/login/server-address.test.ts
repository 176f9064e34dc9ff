import { expect, test } from 'vitest'
import { serverAddress } from './server-address.ts'

test('one server is one name, however it is written', () => {
  for (const named of ['https://Artel.example', 'https://artel.example:443/', 'https://artel.example//'])
    expect(serverAddress(named, {})).toBe('https://artel.example')
  expect(serverAddress(undefined, {})).toBe('http://localhost:4000')
  expect(serverAddress(undefined, { ARTEL_PUBLIC_URL: 'https://api.example/artel/' })).toBe(
    'https://api.example/artel',
  )
})

test.each([
  ['http://artel.example', 'https'],
  ['http://127.example.com', 'https'],
  ['https://olga:secret@artel.example', 'an address such as'],
  ['https://artel.example/?to=x', 'an address such as'],
  ['ftp://artel.example', 'an address such as'],
  ['artel.example', 'an address such as'],
])('%s is refused before anything is sent', (named, words) => {
  expect(() => serverAddress(named, {})).toThrow(words)
})

test.each(['http://localhost:4000', 'http://127.0.0.1:4000', 'http://[::1]:4000'])(
  '%s is this machine',
  (named) => {
    expect(serverAddress(named, {})).toBe(named)
  },
)
