#!/usr/bin/env bash
# Package:   xlsx2csv 1:0.7.8-1 (Debian 12).
# Behaviour: the number format of an amount may carry the name of its currency as quoted text: `#,##0.00 "AMD"`. The
#            tool looks for letters of a date in the quotes as well, and takes d, m, s and y for one: the cell of
#            1234.50 becomes the words of the format with a day and a month put into them, and the sum is gone. A
#            negative amount of the same column stays a number, zero becomes a time.
# Seen:      "USD", "AMD", "MDL", "BYN", "KGS", "UZS" and "TJS" lose 1234.50; "RUB", "KZT" and [$USD] keep it.
# Matters:   the column of a till's export has readable refunds and unreadable sales, or none at all, and which
#            currencies it hits depends on their letters: a test with roubles passes.
# Product:   reads workbooks itself and takes a number for a number, whatever its format says:
#            packages/documents/src/xlsx/read-sheet-records.ts.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# Unpacks packages, and what of their needs this machine lacks, into the work folder.
unpack() {
  local needed
  needed=$(apt-get install --simulate --no-install-recommends "$@" |
    awk '/^Inst/ { gsub(/[()]/, ""); print $2 "=" $3 }')
  # shellcheck disable=SC2086
  apt-get download -q -o APT::Sandbox::User=root "$@" $needed >/dev/null
  for package in ./*.deb; do dpkg -x "$package" root; done
}
unpack xlsx2csv=1:0.7.8-1

cat >write.py <<'END'
import zipfile

main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
package = 'http://schemas.openxmlformats.org/package/2006'
kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

names = ['USD', 'AMD', 'MDL', 'BYN', 'KGS', 'UZS', 'TJS', 'RUB', 'KZT']
formats = [f'#,##0.00\\ &quot;{name}&quot;' for name in names] + ['#,##0.00\\ [$USD]']

def cell(place, style, value):
    return f'<c r="{place}" s="{style}"><v>{value}</v></c>'

rows = ''.join(
    f'<row r="{at}">{cell(f"A{at}", at, "1234.5")}{cell(f"B{at}", at, "-1234.5")}{cell(f"C{at}", at, "0")}</row>'
    for at in range(1, len(formats) + 1)
)
files = {
    '[Content_Types].xml': f'<Types xmlns="{package}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kind}.worksheet+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{kind}.styles+xml"/></Types>',
    '_rels/.rels': f'<Relationships xmlns="{package}/relationships">'
    f'<Relationship Id="rId1" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    'xl/workbook.xml': f'<workbook xmlns="{main}" xmlns:r="{office}">'
    '<sheets><sheet name="Sales" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': f'<Relationships xmlns="{package}/relationships">'
    f'<Relationship Id="rId1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{office}/styles" Target="styles.xml"/></Relationships>',
    'xl/styles.xml': f'<styleSheet xmlns="{main}"><numFmts count="{len(formats)}">'
    + ''.join(f'<numFmt numFmtId="{164 + at}" formatCode="{one}"/>' for at, one in enumerate(formats))
    + '</numFmts><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="1"><fill><patternFill patternType="none"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    f'<cellXfs count="{len(formats) + 1}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    + ''.join(
        f'<xf numFmtId="{164 + at}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
        for at in range(len(formats))
    )
    + '</cellXfs></styleSheet>',
    'xl/worksheets/sheet1.xml': f'<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>',
}
with zipfile.ZipFile('sales.xlsx', 'w') as book:
    for name, text in files.items():
        book.writestr(name, head + text)
END
python3 write.py
PYTHONPATH="$work/root/usr/lib/python3/dist-packages" python3 root/usr/bin/xlsx2csv sales.xlsx | tee seen

expected='"#,##0.00 ""us18""",-1234.5,00:00
"#,##0.00 ""a0518""",-1234.5,00:00
"#,##0.00 ""0518l""",-1234.5,00:00
"#,##0.00 ""byn""",-1234.5,00:00
"#,##0.00 ""kgs""",-1234.5,00:00
"#,##0.00 ""uzs""",-1234.5,00:00
"#,##0.00 ""tjs""",-1234.5,00:00
1234.5,-1234.5,0
1234.5,-1234.5,0
1234.5,-1234.5,0'

if [[ $(cat seen) == "$expected" ]]; then
  echo 'as described'
else
  echo 'changed'
  exit 1
fi
