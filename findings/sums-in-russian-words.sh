#!/usr/bin/env bash
# Package:   to-words 5.7.0, rosaenlg-n2words 3.3.0 and written-number 0.11.1 (npm).
# Behaviour: a thousand and a kopeck are feminine in Russian, and the noun follows the last digit: two thousand is `две
#            тысячи`, 21 is `двадцать один рубль`, 22 is `двадцать два рубля`. to-words spells sums of locale ru-RU
#            with masculine numbers before both, and with the genitive plural after all numbers but a plain one.
#            rosaenlg-n2words leaves the minus of a sum out and declines its thousands by it. written-number spells 11
#            with an н too few, alone and in thousands.
# Seen:      2000 -> `Два Тысячи Рублей`; 21 -> `Двадцать Один Рублей`; 22 -> `Двадцать Два Рублей`; 0.01 -> `Ноль
#            Рублей И Один Копейка`; -1500 -> `одна тысяч пятьсот`; 11000 -> `одинадцать тысяч`.
# Matters:   an act, an invoice and a cash order name their sum in words, and where words and digits differ it is the
#            words that are asked about. A sum without its minus turns who owes whom.
# Product:   has forms and genders of its own and spells no sum below zero, since an act says who pays:
#            packages/documents/src/statement/rubles-in-words.ts.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --ignore-scripts to-words@5.7.0 rosaenlg-n2words@3.3.0 written-number@0.11.1

cat >spell.cjs <<'END'
const { ToWords } = require('to-words')
const n2words = require('rosaenlg-n2words')
const writtenNumber = require('written-number')

const sums = new ToWords({ localeCode: 'ru-RU', converterOptions: { currency: true, doNotAddOnly: true } })
for (const sum of [1, 21, 22, 2000, 21000, 0.01]) console.log('to-words', sum, sums.convert(sum))
for (const sum of [1500, -1500, -2000]) console.log('rosaenlg-n2words', sum, n2words(sum, { lang: 'ru' }))
for (const sum of [12, 11, 11000]) console.log('written-number', sum, writtenNumber(sum, { lang: 'ru' }))
END
node spell.cjs | tee seen

expected='to-words 1 Один Рубль
to-words 21 Двадцать Один Рублей
to-words 22 Двадцать Два Рублей
to-words 2000 Два Тысячи Рублей
to-words 21000 Двадцать Один Тысяч Рублей
to-words 0.01 Ноль Рублей И Один Копейка
rosaenlg-n2words 1500 одна тысяча пятьсот
rosaenlg-n2words -1500 одна тысяч пятьсот
rosaenlg-n2words -2000 две тысяч
written-number 12 двенадцать
written-number 11 одинадцать
written-number 11000 одинадцать тысяч'

if [[ $(cat seen) == "$expected" ]]; then
  echo 'as described'
else
  echo 'changed'
  exit 1
fi
