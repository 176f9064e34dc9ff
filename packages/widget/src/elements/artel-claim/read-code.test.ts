import { expect, test } from 'vitest'
import { readCode } from './read-code.ts'

const CODE = '7K3M9-QXA2B-4C5DW'

test('a code is read as it was typed, or out of its address', () => {
  const texts = [
    ...[
      CODE,
      ` ${CODE}\r\n`,
      `https://api.example/earn/${CODE}`,
      `http://localhost:4000/earn/${CODE}?from=qr#top`,
    ],
    `HTTPS://API.EXAMPLE/EARN/${CODE}`,
    `https://api.example/earn/${encodeURIComponent(CODE)}/`,
  ]
  for (const text of texts) expect(readCode(text), text).toEqual({ kind: 'CODE', code: CODE })
  // Look-alikes and keyboards are the API's to forgive.
  expect(readCode('7к3м9 qxa2b 4c5dw')).toEqual({ kind: 'CODE', code: '7к3м9 qxa2b 4c5dw' })
})

test('a scanner that types an address under a Russian keyboard is understood', () => {
  // What `https://api.example/earn/7K3M9-QXA2B-4C5DW` comes out as.
  expect(readCode('реезыЖ..фзшюучфьздую.уфкт.7Л3Ь9-ЙЧФ2И-4С5ВЦ')).toEqual({
    ...{ kind: 'CODE', code: '7Л3Ь9-ЙЧФ2И-4С5ВЦ' },
  })
})

test("the QR code of a till's receipt is known for one, without the address it may stand in", () => {
  const receipt = 't=20261201T1158&s=1500.00&fn=9960440300000000&i=12345&fp=1234567890&n=1'
  expect(readCode(receipt)).toEqual({ kind: 'RECEIPT', receipt })
  expect(readCode(`https://receipt.example/check?${receipt}#top`)).toEqual({ kind: 'RECEIPT', receipt })
})

test('other addresses, long texts and nothing are told apart', () => {
  const others = [
    'https://blesk.example/',
    'https://api.example/r/7K3M9-QXA2B',
    'WIFI:S:net;T:WPA;P:secret',
    'x'.repeat(41),
  ]
  expect(others.map((text) => readCode(text).kind)).toEqual(['OTHER', 'OTHER', 'CODE', 'OTHER'])
  expect(readCode(' \n')).toEqual({ kind: 'NOTHING' })
  expect(readCode('https://api.example/earn/%E0%A4%A')).toEqual({ kind: 'CODE', code: '%E0%A4%A' })
})
