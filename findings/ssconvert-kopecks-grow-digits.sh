#!/usr/bin/env bash
# Package:   gnumeric 1.12.55-1 (Debian 12), its command ssconvert.
# Guess:     a sum with two decimals goes from a workbook into CSV as it is shown, or as the shortest number that reads
#            back the same.
# Behaviour: it is written with as many digits as the program's own long number has, not as the workbook's: one sum in
#            fourteen gets ten and more decimals, now a little above the kopeck, now a little below.
# Seen:      6111780.03 becomes 6111780.0300000000002; of 20 000 sums up to ten million 1 412 are changed, 710 of them
#            to less than they were.
# Matters:   a till's export that somebody turned into CSV "without a program to buy" has rows that a strict reader
#            refuses, and that a reader which cuts off after two decimals takes for a kopeck less.
# Product:   an amount with nine and more decimals is taken for a number's noise and read as the kopeck it is nearest
#            to, if it is nearer than a millionth of it; else it is refused:
#            packages/documents/src/sales/sale-amount.ts.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

if [[ $(dpkg-query --show --showformat='${Version}' gnumeric 2>/dev/null) != 1.12.55-1 ]]; then
  # The program finds its readers by absolute paths and by compiled settings, so it is installed.
  apt-get install --yes --quiet --no-install-recommends gnumeric=1.12.55-1 >/dev/null
fi

cat >write.py <<'END'
import zipfile

main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
package = 'http://schemas.openxmlformats.org/package/2006'
kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

# Twenty thousand sums that anybody comes to again: a linear congruence, in kopecks.
sums, last = [611178003, 482637353, 846885254, 12345, 5], 1
while len(sums) < 20000:
    last = (last * 1103515245 + 12345) % 2**31
    sums.append(last % 10**9 + 1)
rows = ''.join(
    f'<row r="{at}"><c r="A{at}" t="inlineStr"><is><t>{one}</t></is></c>'
    f'<c r="B{at}"><v>{one // 100}.{one % 100:02d}</v></c></row>'
    for at, one in enumerate(sums, 1)
)
files = {
    '[Content_Types].xml': f'<Types xmlns="{package}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kind}.worksheet+xml"/></Types>',
    '_rels/.rels': f'<Relationships xmlns="{package}/relationships">'
    f'<Relationship Id="rId1" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    'xl/workbook.xml': f'<workbook xmlns="{main}" xmlns:r="{office}">'
    '<sheets><sheet name="Sales" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': f'<Relationships xmlns="{package}/relationships">'
    f'<Relationship Id="rId1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': f'<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>',
}
with zipfile.ZipFile('sales.xlsx', 'w') as book:
    for name, text in files.items():
        book.writestr(name, head + text)
END
python3 write.py
ssconvert sales.xlsx sales.csv >/dev/null 2>&1

cat >count.py <<'END'
from decimal import Decimal

rows = [line.strip().replace('"', '').split(',') for line in open('sales.csv')]
changed = [row for row in rows if Decimal(row[1]) * 100 != int(row[0])]
print(*(row[1] for row in rows[:5]))
print(len(rows), 'sums, changed:', len(changed))
print('below:', sum(Decimal(row[1]) * 100 < int(row[0]) for row in changed))
END
python3 count.py | tee seen

expected='6111780.0300000000002 4826373.5300000000002 8468852.54 123.45 0.05
20000 sums, changed: 1412
below: 710'

if [[ $(cat seen) == "$expected" ]]; then
  echo 'as described'
else
  echo 'changed'
  exit 1
fi
