#!/usr/bin/env bash
# Package:   money-math 2.6.3 (npm).
# Behaviour: positive amounts are rounded to the nearest kopeck. Negative ones, which the package knows, are moved
#            towards plus: up to two kopecks off, and a small one changes its sign.
# Seen:      div 20.00/3.00 = 6.67, div -20.00/3.00 = -6.65; mul 1.15*1.10 = 1.27, mul -1.15*1.10 = -1.25;
#            5 % of 10.10 = 0.51, of -10.10 = -0.49; mul 0.05*0.10 = 0.01, mul -0.05*0.10 = 0.01.
# Matters:   a refund is the sale with a minus. A fee that was taken as 6.67 comes back as 6.65, points of a refund are
#            fewer than those of its sale, and the accounts of both sides keep a rest that nobody can explain.
# Product:   takes a refund as a positive part of its sale (packages/rules/src/purchase/refund.ts), and rounds nets by
#            half to even on either side of zero (packages/rules/src/settlement/round-to-minor.ts).
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --ignore-scripts money-math@2.6.3

cat >try.cjs <<'END'
const { div, mul, percent } = require('money-math')
console.log('div:    ', div('20.00', '3.00'), div('-20.00', '3.00'))
console.log('mul:    ', mul('1.15', '1.10'), mul('-1.15', '1.10'))
console.log('percent:', percent('10.10', '5.00'), percent('-10.10', '5.00'))
console.log('small:  ', mul('0.05', '0.10'), mul('-0.05', '0.10'))
END
node try.cjs | tee seen

expected='div:     6.67 -6.65
mul:     1.27 -1.25
percent: 0.51 -0.49
small:   0.01 0.01'

if [[ $(cat seen) == "$expected" ]]; then
  echo 'as described'
else
  echo 'changed'
  exit 1
fi
