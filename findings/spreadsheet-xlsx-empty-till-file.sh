#!/usr/bin/env bash
# Package:   libspreadsheet-xlsx-perl 0.17-1 (Debian 12).
# Guess:     a sheet whose texts stand in its cells, as programs that stream a workbook write them, is read like one
#            whose texts stand in a table beside it.
# Behaviour: texts that stand in their cells are left out, the numbers beside them are there. Where the workbook names
#            its sheet by an absolute path (`/xl/worksheets/sheet1.xml`), which the format allows as well, the sheet is
#            empty. No error or warning in either case.
# Seen:      of three cells `R-1 | 100.5 | cash` the middle one is left; with the absolute path none.
# Matters:   an export of a till comes without the numbers of its receipts, so that each row is a new sale at every
#            import; or it comes as a day without sales, and nobody is told.
# Product:   reads both, a sheet without a row of sales is refused, and a row without its receipt is an error of that
#            row: packages/documents/src/xlsx.
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
unpack libspreadsheet-xlsx-perl=0.17-1

cat >write.py <<'END'
import zipfile

main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
package = 'http://schemas.openxmlformats.org/package/2006'
kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
rows = (
    '<row r="1"><c r="A1" t="inlineStr"><is><t>R-1</t></is></c><c r="B1"><v>100.5</v></c>'
    '<c r="C1" t="inlineStr"><is><t>cash</t></is></c></row>'
)

for name, target in (('relative', 'worksheets/sheet1.xml'), ('absolute', '/xl/worksheets/sheet1.xml')):
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
        f'<Relationship Id="rId1" Type="{office}/worksheet" Target="{target}"/></Relationships>',
        'xl/worksheets/sheet1.xml': f'<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>',
    }
    with zipfile.ZipFile(f'{name}.xlsx', 'w') as book:
        for path, text in files.items():
            book.writestr(path, head + text)
END
python3 write.py

cat >read.pl <<'END'
use strict;
use warnings;
use Spreadsheet::XLSX;

for my $name ('relative', 'absolute') {
    my $sheet = Spreadsheet::XLSX->new("$name.xlsx")->{Worksheet}[0];
    my @cells = map { my $cell = $sheet->{Cells}[0][$_]; defined $cell ? $cell->{Val} : '-' } 0 .. 2;
    print "$name: @cells\n";
}
END
PERL5LIB=root/usr/share/perl5:$(echo root/usr/lib/x86_64-linux-gnu/perl5/*) perl read.pl | tee seen

expected='relative: - 100.5 -
absolute: - - -'

if [[ $(cat seen) == "$expected" ]]; then
  echo 'as described'
else
  echo 'changed'
  exit 1
fi
