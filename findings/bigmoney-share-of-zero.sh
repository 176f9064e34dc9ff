#!/usr/bin/env bash
# Package:   bigmoney.js 0.0.4 (npm).
# Behaviour: allocate() divides an amount by shares so that the parts add up to it. With an odd kopeck and a share of
#            zero the parts still add up, but both real shares are rounded up and the owner of nothing is charged the
#            difference.
# Seen:      1.01 by 0, 1, 1 -> -0.01, 0.51, 0.51; 0.05 by 0, 1, 1 -> -0.01, 0.03, 0.03; 1.00 by 0, 1, 1 is right.
# Matters:   a member that had no part in a month has a share of zero. It gets a payment of a kopeck to make, or the
#            file of payments is refused for an amount below zero, and the sum check that should find it passes.
# Product:   gives kopecks left over to the largest remainders and never moves a part by a whole one, so zero stays
#            zero: roundParts in packages/rules/src/settlement/round-to-minor.ts.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --ignore-scripts bigmoney.js@0.0.4

cat >try.cjs <<'END'
const Money = require('bigmoney.js')
for (const amount of ['1.01', '0.05', '1.00'])
  console.log(amount, '->', new Money(amount, 'RUB').allocate([0, 1, 1]).map(String).join(' '))
END
node try.cjs | tee seen

expected='1.01 -> -0.01 0.51 0.51
0.05 -> -0.01 0.03 0.03
1.00 -> 0.00 0.50 0.50'

if [[ $(cat seen) == "$expected" ]]; then
  echo 'as described'
else
  echo 'changed'
  exit 1
fi
