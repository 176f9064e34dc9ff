#!/usr/bin/env bash
# Package:   date-holidays 3.37.0 (npm).
# Behaviour: by article 112 of the Russian Labour Code a holiday that falls on a weekend gives its day off to the next
#            working day (the first days of January excepted). The package has the days so moved in 2022, all of them,
#            and in other years only the Monday after a Sunday 8 March: of 2026 it has 9 March off, and not Monday
#            11 May, though Victory Day was a Saturday.
# Seen:      2026-03-09 and 2022-06-13 off; 2026-05-11, 2021-05-03, 2027-05-03 and 2021-06-14 not off.
# Matters:   a test with 2022, or with March 2026, passes. "Two working days after the act" is counted over
#            a Monday on which no bank works, so a member that paid on time is reminded of a debt and blocked.
# Product:   has the rule itself, for every holiday of the article: packages/rules/src/settlement/russian-holidays.ts.
#            What the government moves by decree, each coalition enters.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent --no-audit --no-fund --ignore-scripts date-holidays@3.37.0

cat >ask.cjs <<'END'
const Holidays = require('date-holidays')
const russia = new Holidays('RU', { timezone: 'Europe/Moscow' })
for (const day of ['2026-03-09', '2022-06-13', '2026-05-11', '2021-05-03', '2027-05-03', '2021-06-14'])
  console.log(day, russia.isHoliday(new Date(`${day}T12:00:00+03:00`)) === false ? 'working' : 'off')
END
node ask.cjs | tee seen

expected='2026-03-09 off
2022-06-13 off
2026-05-11 working
2021-05-03 working
2027-05-03 working
2021-06-14 working'

if [[ $(cat seen) == "$expected" ]]; then
  echo 'as described'
else
  echo 'changed'
  exit 1
fi
