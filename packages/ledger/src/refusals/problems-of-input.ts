import type { Problems } from './problems.ts'
import { RULE_PROBLEMS } from './problems-of-rules.ts'

/** What can be wrong with a field of an input. */
export const INPUT_PROBLEMS: Problems = {
  // Texts.
  'Must not be empty.': 'не должно быть пустым',
  'Must not be empty. Send a fresh UUID for every new command.':
    'не должно быть пустым: для каждой новой команды нужен новый UUID',
  'Must not have control characters.': 'содержит управляющие символы',
  'Must not have the character {character}.': 'содержит недопустимый символ {character}',
  'Must not tell who the customer is: it is kept.': 'не должно называть покупателя: эта запись остаётся',
  'Must not begin or end with blanks.': 'не должно начинаться или кончаться пробелом',
  'Must be the six digits of the code.': 'должно быть шестью цифрами кода',
  'Must be given.': 'нужно указать',
  'Must be left out for this list.': 'для этого списка не указывается',
  'Must not be before the beginning.': 'не должно быть раньше начала',
  'Must be given for this purpose.': 'нужно для этой цели',
  'Must wait until the points are frozen.': 'возможно, только когда баллы заморожены',
  'Must be left out for this purpose.': 'для этой цели не указывается',
  'Must have at most {max} characters.': 'длиннее {max} символов',
  'Must have 1 to {max} characters.': 'должно содержать от 1 до {max} символов',
  'Must have {min} characters or more.': 'должно содержать не меньше {min} символов',
  'Must not be a part of the e-mail or one character over and over.':
    'не должно быть частью адреса почты или повторением одного символа',
  'Must be left out: the account has a password.': 'не указывается: пароль у вас уже есть',
  'Must name the member for a role at a member, and none for a role of the coalition.':
    'указывается для роли у участника и не указывается для роли в коалиции',
  'Must be {min} to {max} letters and digits of a plate.':
    'должно быть номером: от {min} до {max} букв и цифр',
  'Must be another plate: the customer has a vehicle with this one.':
    'должно быть другим: у покупателя уже есть автомобиль с таким номером',
  'Must be a customer with fewer than {max} vehicles: remove one first.':
    'у этого покупателя уже {max} автомобилей: сначала уберите один',
  "Must be the authenticator's answer to a challenge of the last minutes. Begin anew.":
    'не подходит: начните заново и ответьте за несколько минут',
  'Must be one of at most {max}: remove one first.': 'не больше {max}: сначала уберите один',
  'Must be an earn code: fifteen letters and digits, of which the last checks the others. Read it again.':
    'должно быть кодом начисления: пятнадцать букв и цифр, последняя проверяет остальные; прочтите его ещё раз',
  'Must leave the claim within the days in which a sale may be handed in late: at most {max}.':
    'должно оставлять начисление в сроке, в который сдают поздние продажи: не больше {max}',
  'Must name the member whose page it is.': 'должно называть участника, чья это страница',
  'Must be the text of the QR code of a fiscal receipt, such as t=20260105T1432&s=1234.00&fn=9999078900004792&i=12345&fp=1234567890&n=1. Scan it again.':
    'должно быть текстом QR-кода кассового чека, например t=20260105T1432&s=1234.00&fn=9999078900004792&i=12345&fp=1234567890&n=1; отсканируйте его ещё раз',
  'Must be in the text of the QR code. Scan it again, or type all six parts: t, s, fn, i, fp, n.':
    'нет в тексте QR-кода: отсканируйте его ещё раз или наберите все шесть частей - t, s, fn, i, fp, n',
  'Must be in the text of the QR code once. Scan it again.':
    'стоит в тексте QR-кода дважды: отсканируйте его ещё раз',
  'Must be a date and a time that there are, such as 20260105T1432 or 20260105T143205.':
    'должно быть существующими датой и временем, например 20260105T1432 или 20260105T143205',
  'Must be the sum in roubles with a point and two decimals, such as 1234.00.':
    'должно быть суммой в рублях с точкой и копейками, например 1234.00',
  'Must be 1, 2, 3 or 4: a sale, its return, a purchase from a person, or the return of that.':
    'должно быть 1, 2, 3 или 4: приход, возврат прихода, расход или возврат расхода',
  'Must be a drive that is in use.': 'должно быть накопителем, который в работе',
  'Must be the 16 digits of a fiscal drive, as the receipt prints them after FN.':
    'должно быть номером фискального накопителя: 16 цифр, на чеке после ФН',
  'Must be 1 to 10 digits and not 0, as the receipt prints them after FD and FP.':
    'должно содержать от 1 до 10 цифр и не быть нулём, на чеке после ФД и ФП (ФПД)',
  'Must be a receipt of your own till: another member has registered this fiscal drive.':
    'должно быть чеком вашей кассы: этот фискальный накопитель зарегистрировал другой участник',
  'Must not be before {instant}, since when it is in use.':
    'должно быть не раньше {instant}: с этого времени накопитель в кассе',
  'Must not be before {instant}, until when the drive was in use elsewhere.':
    'должно быть не раньше {instant}: до этого накопитель стоял в другой кассе',
  'Must not be before {instant}: a drive is registered within {days} days.':
    'должно быть не раньше {instant}: накопитель регистрируют не позже чем через {days} дней',
  'Must be a drive of your own till: another member records sales with its receipts. Record yours with `fiscal` before you register it.':
    'должно быть накопителем вашей кассы: продажи по его чекам записывает другой участник; сначала записывайте свои продажи с `fiscal`, потом регистрируйте',
  'A customer has claimed this receipt: confirm or decline that claim first.':
    'этот чек заявил покупатель: сначала подтвердите или отклоните его заявку',
  'Must name the customer that claims it.': 'должно называть покупателя, которому начислить',
  'Must be 4 to 8 digits.': 'должно быть от 4 до 8 цифр',
  'Must be hard to guess: no run of digits, nothing repeated, no year.':
    'слишком легко угадать: не цифры подряд, не повторы и не год',
  'Must be given: either the e-mail and the password, or the link.':
    'нужно что-то одно: почта с паролем или ссылка',
  // Rows of imports.
  'is the same as in line {line}': 'то же, что в строке {line}',
  'has no telephone, e-mail or reference: nobody could find the customer again':
    'нет ни телефона, ни почты, ни своего номера: такого покупателя потом не найти',
  'is missing: say which text the customer agreed to, in the column or for the whole file':
    'не указано: назовите текст, на который согласился покупатель, в столбце или для всего файла',
  'belongs to another customer than the rest of the row':
    'принадлежит не тому покупателю, что остальное в строке',
  'is a return: record it as a refund of its purchase': 'это возврат: запишите его возвратом своей покупки',
  'was paid in part by points: record the sale by itself':
    'оплачено частью баллами: запишите эту продажу отдельно',
  'names nobody: a sale is imported for its customer':
    'не называет никого: продажа загружается для её покупателя',
  'is recorded already with another sum, time or customer':
    'уже записан с другой суммой, временем или покупателем',
  'is booked already for the customer with other points or dates':
    'уже записано этому покупателю с другими баллами или сроками',
  'has ended already': 'уже прошло',
  'is in the future': 'ещё не наступило',
  'is more than {days} days away': 'позже чем через {days} дней',
  'Has more than {max} rows, which is the most of a workbook. Save it as CSV, of which {more} are taken, or split it.':
    'больше {max} строк - предел для книги Excel; сохраните её как CSV (до {more} строк) или разделите',
  'Has more than {max} rows. Split it, by month or by the first letter.':
    'больше {max} строк; разделите файл, например по месяцам или по первой букве',
  // Commissions and affiliates.
  'Must have 1 to {max} steps.': 'должно содержать от 1 до {max} ступеней',
  'Must be more than in the step before.': 'должно быть больше, чем на ступени раньше',
  'Must have a step that pays.': 'не платит ни одна ступень',
  'Must not be less than the days in which goods are taken back.':
    'не должно быть меньше срока, в который принимают возвраты',
  'Must be after today: what was sold keeps what it was promised.':
    'должно быть позже сегодняшнего дня: за проданное платят как обещано',
  'Must be today or later: what was sold before was promised nothing.':
    'должно быть не раньше сегодняшнего дня: за проданное раньше ничего не обещано',
  'Must be after the first day of the version before.': 'должно быть позже первого дня прошлой версии',
  'A ladder without end is not changed: end the programme and start another.':
    'лестницу без срока не меняют: закончите программу и начните другую',
  "Must be the first day of the ladder's period.": 'должно быть первым днём периода лестницы',
  'Must name an affiliate or a member, or all of one kind.':
    'должно называть аффилиата или участника либо всех одного рода',
  'Must not be a commission of an affiliate: have an administrator take it back.':
    'не должно быть комиссией аффилиата: её забирает администратор',
  'Must be left out where a member is named.': 'не указывается, если назван участник',
  'Must be another than the payer.': 'должно быть не самим плательщиком',
  // Here and not at an end: of two that fit, the one that comes first says it.
  ...RULE_PROBLEMS,

  // Texts of a set form.
  'Must be one of {words}.': 'должно быть одним из: {words}',
  'Must be 2 to 63 lower-case Latin letters, digits and hyphens, a letter first and no hyphen last.':
    'должно состоять из 2-63 строчных латинских букв, цифр и дефисов, начинаться с буквы и не кончаться дефисом',
  'Must be a telephone number, for example +7 912 345-67-89.':
    'должно быть номером телефона, например +7 912 345-67-89',
  'Must be an e-mail address, for example anna@example.com.':
    'должно быть адресом почты, например anna@example.com',
  'Must be 16 digits. Check them against the card.': 'должно быть из 16 цифр: сверьте их с картой',
  'Must be a colour as #rrggbb, for example #0a6e5c.': 'должно быть цветом вида #rrggbb, например #0a6e5c',
  'Must be an https address of an image, without user name or password.':
    'должно быть адресом картинки https, без имени и пароля',
  'Must be an exact origin like https://shop.example or http://localhost:3000, without a path.':
    'должно быть точным источником вида https://shop.example или http://localhost:3000, без пути',
  'Must have at most {max} origins.': 'должно содержать не больше {max} источников',
  "Must be one of the member's allowed origins. Add it to the member first.":
    'должно быть одним из разрешённых источников участника: сначала добавьте его участнику',

  'Must be a whole address such as https://shop.example/artel.':
    'должно быть полным адресом, например https://shop.example/artel',

  // Links.
  'Must have {min} letters and digits or more.': 'должно содержать не меньше {min} букв и цифр',
  'Must have at most {max} pages.': 'должно содержать не больше {max} страниц',
  'Must be an https address without user name, password or fragment.':
    'должно быть адресом https без имени, пароля и якоря',
  'Must lie on a page that the member allows links to. Add it to the member first.':
    'должно быть на странице, на которую участник разрешает ссылки: сначала добавьте её участнику',
  'Is taken, or looks or is typed like one that is. Choose another.':
    'занято, похоже на занятое или набирается теми же клавишами: выберите другой',
  'Is spelled like the codes that are made. Choose another, or leave it out.':
    'выглядит как код, который делает система: выберите другой или не указывайте',
  'Is mistyped: a letter is wrong. Read it again.':
    'набрано с ошибкой: какой-то знак неверен, прочтите ещё раз',
  'Must be given, or the click, not both.': 'нужно что-то одно: код или переход',
  'Must be each kind of source, once.': 'должно называть каждый вид источника один раз',

  'Must be left out when a member is the source.': 'не указывается, когда источник - участник',

  // Numbers, points and money.
  'Must be a whole number from {low} to {high}.': 'должно быть целым числом от {low} до {high}',
  'Must be a whole number from 1 (Monday) to 7 (Sunday).':
    'должно быть целым числом от 1 (понедельник) до 7 (воскресенье)',
  'Must be a whole number in decimal digits.': 'должно быть целым числом, цифрами',
  'Must be from 0 to the reserve price.': 'должно быть от 0 до цены резерва',
  'Must be from {low} to {high}: what the line moved.':
    'должно быть от {low} до {high} - не больше суммы строки',
  'Must be from {low} to {high}.': 'должно быть от {low} до {high}',
  'Must be {low} to {high}.': 'должно быть от {low} до {high}',
  'Must be at most {max} micros.': 'должно быть не больше {max} микроединиц валюты',
  'Must be at most {max} minor units.': 'должно быть не больше {max} копеек (минимальных единиц валюты)',
  'Must be at most {max} either way.': 'должно быть не больше {max} в любую сторону',
  'Must be at most {max}. Send sums of months instead.':
    'должно содержать не больше {max}: пришлите вместо этого суммы по месяцам',
  'Must be at most {max}.': 'должно быть не больше {max}',
  'Must be at least 1.': 'должно быть не меньше 1',
  'Must be 1 or more, and money that exists.': 'должно быть не меньше 1 и суммой, которая бывает',
  'Must be 1 or more.': 'должно быть не меньше 1',
  'Must be 0 or more.': 'не должно быть меньше 0',
  'Must be above 0.': 'должно быть больше 0',
  'Must be more than 0.': 'должно быть больше 0',
  'Must be positive.': 'должно быть больше 0',
  'Must not be 0.': 'не должно быть 0',
  'Must not be below 0.': 'не должно быть меньше 0',
  'Must not be negative.': 'не должно быть меньше 0',
  'Is too large to be booked.': 'слишком велико для проводки',
  'Must be whole minor units of the currency: money was paid.':
    'должно быть целым числом копеек (минимальных единиц валюты): это заплаченные деньги',
  'Must sum to {total}.': 'в сумме должно давать {total}',
  'and the other breakage shares must sum to 10000':
    'вместе с другими долями сгоревших баллов должно давать 10000',
  'Reserve price and issue fee together must be at most {max} micros: 100 times the face value.':
    'цена резерва вместе с ценой выпуска должна быть не больше {max} микроединиц: 100 номиналов',
  'Must be {currency}, the currency of the coalition.': 'должно быть {currency} - валютой коалиции',
  'Must be an ISO 4217 code.': 'должно быть кодом валюты ISO 4217',
  'Must be an ISO 4217 currency, for example RUB.': 'должно быть валютой ISO 4217, например RUB',
  'Must be a currency with two decimals.': 'должно быть валютой с двумя знаками после запятой',

  // Days, instants and places.
  'Must be of the years {first} to {last}.': 'должно быть в годах от {first} до {last}',
  'Must be a date such as {example}.': 'должно быть датой, например {example}',
  'Must be a month such as {example}.': 'должно быть месяцем, например {example}',
  'Must be a day of {year}.': 'должно быть днём {year} года',
  'Must be an instant.': 'должно быть моментом времени',
  'Must be in the future.': 'должно быть в будущем',
  'Must not be later than {at}, when your key ends.': 'не может быть позже {at}, когда кончается ваш ключ',
  'Must name a key that still works. Make a new one.': 'должно называть действующий ключ; сделайте новый',
  'Has scopes that you cannot give: {scopes}.': 'содержит права, которых вы не можете дать: {scopes}',
  'Must not be in the future.': 'не должно быть в будущем',
  'Must not be before it was paid: {day}.': 'не должно быть раньше дня платежа: {day}',
  'Must be later than from.': 'должно быть позже, чем from',
  "Must be after {now}, the coalition's clock.": 'должно быть позже часов коалиции, на которых {now}',
  "Must not be in the future: the coalition's clock says {now}.":
    'не должно быть в будущем: на часах коалиции {now}',
  'Must not move the clock more than 50 years ahead. Open a fresh sandbox.':
    'переводит часы больше чем на 50 лет вперёд: откройте новую тестовую коалицию',
  'Must be an IANA time zone, for example Europe/Moscow.':
    'должно быть часовым поясом IANA, например Europe/Moscow',
  'Must have at most {max} days.': 'должно содержать не больше {max} дней',
  'Must be named once.': 'названо дважды',
  'Must leave a business day in every year.': 'не оставляет в году ни одного рабочего дня',
  'Must be given for WEEKLY windows, and for no other.':
    'задаётся для недельных периодов (WEEKLY) и ни для каких других',
  'Must be the number of a window, from 1.': 'должно быть номером периода, начиная с 1',

  // Bills, refunds and sales.
  'Must be the id of a click, clk_..., or be left out.':
    'должно быть id перехода, clk_..., или не указываться',
  'Must not begin or end with a slash, nor have two in a row.':
    'не должно начинаться или кончаться косой чертой или содержать две подряд',
  'Must be 1 to {parts} words with slashes between, for example service/oil: Latin or Cyrillic letters, digits and hyphens, at most {max} characters each.':
    'должно быть из 1-{parts} слов через косую черту, например service/oil: латинские или русские буквы, цифры и дефисы, не больше {max} знаков в каждом',
  'Must be 3 to 32 Latin or Cyrillic letters, digits and hyphens, or be left out.':
    'должно быть из 3-32 латинских или русских букв, цифр и дефисов, или не указываться',
  'Must be unique in the bill.': 'должно встречаться в счёте один раз',
  'Must have at most {max} lines.': 'должно содержать не больше {max} строк',
  'Must have 1 to {max} lines, or be left out.':
    'должно содержать от 1 до {max} строк, или его не указывают вовсе',
  'Must sum to the total: the lines make {sum}, the total is {total}.':
    'в сумме должно давать итог: в строках {sum}, а итог {total}',
  'Must be left out when lines are given: send one of them.':
    'не указывается вместе со строками: нужно что-то одно',
  'Is not a line of the purchase.': 'такой строки в покупке нет',
  'Must be a version that the coalition has published for the purpose.':
    'должно быть версией, которую коалиция опубликовала для этой цели',
  'Is named twice.': 'названо дважды',
  'A return is recorded as a refund of its purchase.': 'возврат записывают возвратом его покупки',
  'Send sales or sums of months, not both.': 'пришлите продажи или суммы по месяцам, но не то и другое',
  'Send sales or sums of months.': 'пришлите продажи или суммы по месяцам',
  'The sales lie centuries apart: a date must be wrong.': 'между продажами века: какая-то из дат неверна',
  'Months must follow each other: {month} is out of place.':
    'месяцы должны идти подряд, а {month} не на месте',
  'Must cover at most {max} months.': 'должно охватывать не больше {max} месяцев',
  'Has more than {max} rows. Split it by month.': 'больше {max} строк: разделите файл по месяцам',
  'Must have 1 to {max} bytes.': 'должно содержать от 1 до {max} байт',

  // Who and whom.
  'Must be another customer than the giver.': 'должно быть не тем, кто передаёт баллы',
  'Must be another customer than the one merged.': 'должно быть не тем, кого объединяют',
  'Must be another customer.': 'должно быть другим покупателем',
  'Must name the customer whose points are held.': 'должно называть покупателя, чьи баллы откладывают',
  'Only a member has references. Name the customer otherwise.':
    'обозначения покупателей есть только у участника: назовите покупателя иначе',
  'Must name the member.': 'должно называть участника',
  'Must name the member that leaves.': 'должно называть участника, который выходит',
  'Must name the member that stays.': 'должно называть участника, который остаётся',
  'Must name the member to change.': 'должно называть участника, которого меняют',
  'Must name the member to quote for.': 'должно называть участника, у которого считают',
  'Must name the member who pays.': 'должно называть участника, который платит',
  'Name the member whose sales they are.': 'назовите участника, чьи это продажи',
  'Say how the file is to be read, to have it kept.': 'укажите, как читать файл, чтобы это запомнить',
  'Must be left out: no administrator of the coalition would remain.':
    'не указывается: в коалиции не осталось бы ни одного администратора',
  'Must not name a closed member.': 'не должно называть закрытого участника',
  'Must be left out: administrators alone give out of the promo fund.':
    'не указывается: из промофонда начисляет только администратор коалиции',
  'Must be left out when the promo fund pays.': 'не указывается, когда платит промофонд',
  'Must be left out: a member pays for its own promo points.':
    'не указывается: за свои подарочные баллы участник платит сам',
  'Must name 1 to {max} members.': 'должно называть от 1 до {max} участников',
  'Must name each member once.': 'должно называть каждого участника один раз',
  'Must each be named once.': 'каждый должен быть назван один раз',
  'Each must pay a share.': 'каждый должен платить свою долю',
  'Somebody must pay.': 'кто-то должен платить',
  'Must name points that were given by hand, when points are taken back.':
    'должно называть баллы, начисленные вручную, когда баллы забирают',

  // Terms, rules, keys and settings.
  'Belongs to a {kind} rule only.': 'бывает только у правила {kind}',
  'Must be given for a {kind} rule.': 'нужно для правила {kind}',
  'Must change something.': 'должно что-то менять',
  'Must name a segment or a member, and not both.':
    'должно называть сегмент или участника, но не то и другое',
  'Must name each segment and each member once.':
    'должно называть каждый сегмент и каждого участника один раз',
  'Must be the hash of the terms being accepted. Read their text again and accept that.':
    'должно быть хешем принимаемых условий: перечитайте их текст и примите его',
  "Must be left out for a member: VAT is in the operator's fees.":
    'не указывается для участника: НДС входит в вознаграждение оператора',
  'Must have at most {max} references.': 'должно содержать не больше {max} ссылок',
  'Must be "ru", "en" or both, each once.': 'должно быть "ru", "en" или обоими, каждый один раз',
  'Must be 0 for a LIVE coalition.': 'у действующей коалиции (LIVE) должно быть 0',
  'Must have one scope or more.': 'должно содержать хотя бы одно право',
  'Must be a public OKP/Ed25519 or EC/P-256 key as JWK.':
    'должно быть открытым ключом OKP/Ed25519 или EC/P-256 в виде JWK',
  'Must be a valid key: its coordinates are not a point of the curve.':
    'должно быть верным ключом: его координаты - не точка кривой',
  'Must be the public key only. Keep the private key on your server; replace it now.':
    'должно быть только открытым ключом: закрытый храните у себя на сервере, а этот смените',
  "Must not be {kid}, which is the platform's own.": 'не должно быть {kid}: этот ключ самой платформы',
}
