import type { Problems } from './problems.ts'

/** What can be wrong with a file that is read, or with what is to be written into one. */
export const FILE_PROBLEMS: Problems = {
  // Files that are read.
  'the file is empty': 'файл пуст',
  'the file is larger than {max} bytes': 'файл больше {max} байт',
  'a text is too long': 'слишком длинный текст',
  'a field is longer than {max} characters': 'поле длиннее {max} символов',
  'a section has more than {max} fields': 'в разделе больше {max} полей',
  'the file has more than {max} account sections': 'в файле больше {max} разделов счетов',
  'a line is longer than {max} characters': 'строка длиннее {max} символов',
  'a record is longer than {max} characters': 'запись длиннее {max} символов',
  'an entry has more than {max} elements': 'в записи больше {max} элементов',
  'a row has more than {max} cells': 'в строке больше {max} ячеек',
  'a quote is never closed': 'кавычка не закрыта',
  'the text is not {encoding}': 'текст не в кодировке {encoding}, в которой начат',
  'the encoding that the file declares is not known': 'кодировка, объявленная в файле, неизвестна',
  'the file has no КонецФайла: it was cut off': 'в файле нет КонецФайла: он обрезан',
  'the file has no account and no document': 'в файле нет ни счёта, ни документа',
  'the first line is not 1CClientBankExchange': 'первая строка - не 1CClientBankExchange',
  'this version of the format is not known': 'эта версия формата неизвестна',

  // Messages of ISO 20022.
  'camt.052 is an account report of the day, whose entries may still change, not a statement: ask the bank for camt.053':
    'camt.052 - отчёт за день, записи которого ещё могут измениться, а не выписка: запросите у банка camt.053',
  'camt.054 is a notification of single entries without a balance, not a statement: ask the bank for camt.053':
    'camt.054 - уведомление об отдельных записях без остатков, а не выписка: запросите у банка camt.053',
  'not a camt.053 message': 'это не сообщение camt.053',
  'not a camt.053 message: it has no Document': 'это не сообщение camt.053: в нём нет Document',
  'this version of camt.053 is not known': 'эта версия camt.053 неизвестна',
  'the message has no statement (Stmt)': 'в сообщении нет выписки (Stmt)',
  'the XML is broken: this is not how XML is written': 'XML повреждён: так в XML не пишут',
  'the XML is broken: an element does not end, or ends elsewhere':
    'XML повреждён: элемент не закрыт или закрыт не там',
  'only the five entities of XML itself are read': 'читаются только пять сущностей самого XML',
  'a document type is not allowed': 'описание типа документа (DOCTYPE) не допускается',
  'elements nest deeper than {max}': 'элементы вложены глубже {max}',

  // What is odd about a line of a bank's file that is read all the same.
  'has no date of its own; it is that of the statement': 'своей даты нет, взята дата выписки',
  'holds a document inside its text, which is not read': 'внутри текста есть документ, он не читается',
  'has no number': 'нет номера',
  'writes its date in another form than the format': 'дата записана не так, как велит формат',
  'is there twice; the first is read': 'встречается дважды, читается первое',
  'is neither a field nor a section': 'это не поле и не раздел',
  'the currency is not that of the account number': 'валюта не та, что в номере счёта',

  // Tables of sales, and workbooks.
  'no column for the {column}: name it, e.g. "{name}"':
    'нет столбца для {column}: назовите его, например «{name}»',
  'no column "{name}" for the {column}': 'нет столбца «{name}» для {column}',
  'not a table but a page or a document: save it as .xlsx or CSV':
    'это не таблица, а страница или документ: сохраните её как .xlsx или CSV',
  'an old Excel file (.xls), or one with a password: save it in Excel as .xlsx or CSV, without one':
    'это файл Excel старого вида (.xls) или с паролем: сохраните его в самом Excel как .xlsx или CSV, без пароля',
  'the workbook has a password: save it without one': 'книга Excel с паролем: сохраните её без пароля',
  'the workbook is broken: open it in its program and save it again':
    'книга Excel повреждена: откройте её в программе и сохраните заново',
  'a part of the workbook is no XML that can be read': 'часть книги Excel не читается',
  'a zip file, but not an Excel workbook (.xlsx)': 'это архив, но не книга Excel (.xlsx)',
  'the workbook lacks a part': 'в книге Excel нет одной из частей',
  'the workbook has no sheet': 'в книге Excel нет листов',
  'the workbook has no sheet of that name': 'в книге Excel нет листа с таким именем',
  'the workbook has more than {max} parts': 'в книге Excel больше {max} частей',
  'the workbook unpacks to more than {max} bytes': 'книга Excel распаковывается больше чем в {max} байт',
  'the texts of the workbook have more than {max} characters': 'тексты книги Excel длиннее {max} символов',
  'a text of the workbook is too long': 'в книге Excel слишком длинный текст',
  'the column "{name}" does not tell day from month: say "DMY" or "MDY"':
    'в столбце «{name}» не отличить день от месяца: укажите «DMY» или «MDY»',
  'the column "{name}" does not tell thousands from decimals: say "." or ","':
    'в столбце «{name}» не отличить тысячи от дробной части: укажите «.» или «,»',
  'the file has several sheets with such a table: say {names}':
    'в книге несколько листов с такой таблицей: укажите {names}',

  '{option} must be one of {words}': '{option} должно быть одним из: {words}',

  // Rows of sales.
  'is an error of the spreadsheet': 'ошибка в ячейке таблицы',
  'is empty': 'пусто',
  'another row of the receipt cannot be read': 'другая строка этого чека не читается',
  'is no amount': 'не сумма',
  'is no date': 'не дата',
  'is no time': 'не время',
  'is a formula without a result: open the file in its program and save it':
    'формула без результата: откройте файл в программе и сохраните',
  'is in another currency': 'в другой валюте',
  'has rows elsewhere in the file: sort it by receipt':
    'строки чека разбросаны по файлу: отсортируйте его по чекам',
  'is longer than 200 characters': 'длиннее 200 символов',
  'has more cells than the head: a separator stands inside a value':
    'ячеек больше, чем в заголовке: разделитель попал внутрь значения',
  'is a status that is not known': 'неизвестное состояние',
  'is a time zone that is not known': 'неизвестный часовой пояс',
  'is a type of operation that is not known': 'неизвестный вид операции',
  'differs among the rows of a receipt': 'различается в строках одного чека',
  'is no whole number of points, 1 or more': 'не целое число баллов от 1',
  'has control characters': 'содержит управляющие символы',
  'is too large': 'слишком велико',

  // Statements that are read back.
  '"{text}" is no amount': '«{text}» - не сумма',
  '{count} columns, not {others}': 'столбцов {count}, а не {others}',
  '{count} cells, not {others}': 'ячеек {count}, а не {others}',
  'the first record is not the opening balance': 'первая запись - не сальдо на начало',
  'the last record is not the closing balance': 'последняя запись - не сальдо на конец',
  'the instant is none': 'это не момент времени',
  'not an {format} file of version {version}': 'не файл {format} версии {version}',
  '{field}: postedAt is no instant': '{field}: postedAt - не момент времени',
  '{field} must be an object': '{field} должно быть объектом',
  '{field} must be a list': '{field} должно быть списком',
  '{field} must be a text': '{field} должно быть текстом',
  '{field} must be a whole number in decimal digits, as a text':
    '{field} должно быть целым числом цифрами, текстом',
  '{field} must be a whole number': '{field} должно быть целым числом',

  // Legal and bank details, and the orders that are written with them.
  legalName: 'наименование (legalName)',
  taxId: 'ИНН (taxId)',
  account: 'счёт (account)',
  bankName: 'банк (bankName)',
  bankCode: 'БИК (bankCode)',
  'BIK has 9 digits and begins with 00 to 04': 'в БИК 9 цифр, и начинается он с 00-04',
  'INN has 10 or 12 digits': 'в ИНН 10 или 12 цифр',
  'KPP has 9 characters: 4 digits, 2 digits or letters, 3 digits':
    'в КПП 9 знаков: 4 цифры, 2 цифры или буквы, 3 цифры',
  'a correspondent account begins with 301': 'корреспондентский счёт начинается с 301',
  'an account has 20 digits': 'в счёте 20 цифр',
  'the control digit of the account does not fit the BIK': 'контрольная цифра счёта не подходит к БИК',
  'the control digits of the INN do not fit': 'контрольные цифры ИНН не подходят',
  'an organisation (INN of 10 digits) has a KPP': 'у организации (ИНН из 10 цифр) есть КПП',
  'there is nothing to pay': 'платить нечего',
  'the number comes twice': 'номер встречается дважды',
  '{id} comes twice': '{id} встречается дважды',
  'must be positive and at most 18 digits': 'должно быть больше 0 и не длиннее 18 цифр',
  'must be 1 to {max} characters of the common Latin set': 'должно быть из 1-{max} латинских знаков',
  'must be 1 to {max} characters of the common set': 'должно быть из 1-{max} обычных знаков',
  'must be 1 to {max} characters': 'должно быть из 1-{max} символов',
  'must be 1 to {max} digits': 'должно быть из 1-{max} цифр',
  'must be 1 to {max}': 'должно быть от 1 до {max}',
  'must be a BIC of 8 or 11 characters': 'должно быть BIC из 8 или 11 знаков',
  'must be a code of at most 5 characters': 'должно быть кодом не длиннее 5 знаков',
  'must be a date, YYYY-MM-DD': 'должно быть датой вида ГГГГ-ММ-ДД',
  'must be a time, HH:MM:SS': 'должно быть временем вида ЧЧ:ММ:СС',
  'must be an IBAN whose control digits fit': 'должно быть IBAN с верными контрольными цифрами',
  'must be two capital letters': 'должно быть двумя заглавными буквами',
  'must not begin or end with a slash or hold two in a row':
    'не должно начинаться или кончаться дробью и содержать две подряд',
  'has characters outside the common Latin set': 'содержит знаки не из обычного латинского набора',
  'has characters that XML has no place for': 'содержит знаки, которых не бывает в XML',
  'a part of an account begins with a capital or a digit':
    'часть счёта начинается с заглавной буквы или цифры',
  'letters, digits, hyphens and underscores': 'буквы, цифры, дефисы и подчёркивания',
  '"{character}" cannot be written in Windows-1251': '«{character}» не записать в Windows-1251',
}
