"""The words for times in English, French, Spanish, German, Portuguese and Italian, folded, as `bot.understand.dates` reads them.

Each table has the meaning first in a line, then its words; an indented line goes on with the line above.
"""

from __future__ import annotations

from bot.understand.number_words import UNITS


def _table(lines: str) -> dict[str, str]:
    """Word -> the first entry of its line."""
    meanings: dict[str, str] = {}
    meaning = ""
    for line in lines.strip().splitlines():
        words = line.split()
        if not line.startswith(" "):
            meaning, *words = words
        meanings.update(dict.fromkeys(words, meaning))
    return meanings


def _numbers(lines: str) -> dict[str, int]:
    return {word: int(meaning) for word, meaning in _table(lines).items()}


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


MONTHS: dict[str, int] = _numbers("""
1 january jan janvier janv enero ene januar janner janeiro gennaio
2 february feb fevrier fev febrero februar feber fevereiro febbraio
3 march marz mars marzo marco mar
4 april apr avril avr abril abr aprile
5 may mai mayo maio maggio
6 june jun juin junio juni junho giugno
7 july jul juillet juil julio juli julho luglio
8 august aug aout agosto
9 september sept sep septembre septiembre setiembre setembro settembre
10 october oct octobre octubre oktober okt outubro ottobre ott
11 november nov novembre noviembre novembro
12 december dec decembre diciembre dezember dez dezembro dicembre dic
""")

UNSURE_MONTHS = _set("march may mars mar mai marco mayo august sept sep jan dez ott dic ene avr julio abr")
"""Months only beside a number or after "in" or "last": they are other words as well ("may abstain", Italian "mai", never)."""

ABBREVIATED_AUGUST = "ago"
"""August in Spanish, Portuguese and Italian; in English it stands in "two years ago"."""

CORRECTED_MONTHS = _set("""
january february march april june july august september october november december septembre octubre septiembre
noviembre diciembre novembre decembre dezember oktober setembro outubro novembro dezembro settembre ottobre dicembre
""")
"""Months whose misspellings are understood."""

NOT_MISSPELT = _set("""
match marsh larch mach marches matches marched member remember decided mars marcel mary maria marcha marchan augusta arch
jul jun jan jane julie julia jula junes jury jungle junta
""")
"""Words one letter away from a month."""

WEEKDAYS: dict[str, int] = _numbers("""
0 monday mondays mon montag lundi lunes segunda-feira lunedi
1 tuesday tuesdays tues tue dienstag mardi martes terca-feira martedi tuseday teusday
2 wednesday wednesdays wed weds mittwoch mercredi miercoles quarta-feira mercoledi wendsday wednsday wensday
3 thursday thursdays thurs thur thu donnerstag jeudi jueves quinta-feira giovedi thrusday thurday
4 friday fridays fri freitag vendredi viernes sexta-feira venerdi firday
5 saturday saturdays sat samstag sonnabend samedi sabado sabato
6 sunday sundays sun sonntag dimanche domingo domenica
""")
UNSURE_WEEKDAYS = _set("mon sun sat wed fri thu tue")
"""Weekdays only after "on", "last" or before a date."""

DAYS_AWAY: dict[str, int] = _numbers("""
-2 anteayer antier vorgestern anteontem avanthier laltroieri
-1 yesterday yday hier ayer anoche gestern ontem ieri
0 today tonight aujourdhui hoy heute hoje oggi stasera
1 tomorrow domani demain amanha
""")

THIS_YEAR = _set("heuer")
""" "This year" in one word, in Austria."""

UNIT_WORDS: dict[str, str] = _table("""
day day days tag tage tagen jour jours dia dias giorno giorni
week week weeks wk wks woche wochen semaine semaines semana semanas settimana settimane
month month months monat monate monaten monats mois mes meses mese mesi
year year years yr yrs jahr jahre jahren jahres ans annee annees ano anos anno anni
decade decade decades jahrzehnt jahrzehnte jahrzehnten decennie decennies decada decadas decennio decenni
""")

PART_WORDS: dict[str, str] = _table("""
early early principios inicios
mid mid middle mi mitte mediados meados meta
late late
start beginning start debut anfang comienzos inicio inizio comeco
end end close fin finales final ende fim fine
""")

SEASONS: dict[str, int] = _numbers("""
3 spring printemps primavera fruhling fruhjahr
6 summer ete verano sommer verao estate
9 autumn fall automne otono herbst outono autunno
12 winter hiver invierno inverno
""")
"""The first month of a season of three; December opens a winter."""

LONE_DECADES: dict[str, int] = _numbers("""
1940 forties vierziger vierzigern
1950 fifties funfziger funfzigern
1960 sixties sechziger sechzigern
1970 seventies siebziger siebzigern
1980 eighties achtziger achtzigern
1990 nineties neunziger neunzigern
2000 noughties
""")
DECADES_OF_YEARS: dict[str, int] = _numbers("""
1940 cuarenta quaranta
1950 cincuenta cinquanta
1960 sesenta sessanta
1970 setenta settanta
1980 ochenta oitenta ottanta
1990 noventa novanta
""")
"""Decades only after "los años", "anos", "anni"."""

ORDINAL_WORDS: dict[str, int] = _numbers("""
1 first erste ersten premiere premier primera primer primeira primo
2 second zweite zweiten deuxieme segunda segundo seconda secondo
3 third dritte dritten troisieme tercera tercer terceira terza terzo
4 fourth vierte vierten quatrieme cuarta cuarto quarta quarto
""")

SMALL_NUMBERS: dict[str, int] = {w: value for w, value in UNITS.items() if value <= 12 and w != "sept"} | {"couple": 2, "few": 3}

WORD_CLASSES: dict[str, str] = _table("""
t the le la les l el los las der die das den dem il lo gli os o un une uno una um uma ein eine einem einer an nos nas no na
f of de del do da dos des du von vom della dell di d dei degli
i in im en em nel nell nella nei negli dans during durante wahrend pendant within around circa throughout
O on am dated
S since seit depuis desde ab dal dalla partir starting
F from
R until till til untill bis hasta ate jusqu jusque fino
Z to through thru thro
z a au al ao alla aux
B between zwischen entre tra fra
& and und et y e or oder ou n
V vs versus v
A after nach apres despues depois dopo post following
b before avant antes prima pre bevor
v vor
P by
^ up
L last past previous prior letzte letzten letztes letztem letzter vergangene vergangenen vergangenes vergangenem vergangener
  vorige vorigen voriges derniere dernier dernieres derniers passee passe pasado pasada pasados pasadas
  ultimo ultima ultimos ultimas passado passada passados scorso scorsa scorsi
T this current dieses diesem diesen dieser diese ce cette cet este esta neste nesta deste desta questo questa quest
N next nachste nachsten nachstes prochaine prochain proximo proxima prossimo prossima
G ago back fa atras
H hace ha ilya
g night evening abend soir noche noite sera notte
J morning afternoon
p now present date nowadays currently
w onwards onward forward
h half semestre halbjahr
Q quarter trimestre quartal
c states state countries country members nations people percent others delegations abstentions abstained pays paises
  staaten lander paesi hours minutes seconds words characters lines pages points cases
q session sessions special emergency meeting plenary committee anniversary amendment sitzung tagung sesion sessao sessione
  commission vote votes voted voting times resolutions other more against abstain votos stimmen voix voti
""")
"""Word -> letter of its class (`bot.understand.date_tokens`), for words that carry no value.

t article, f "of", i "in", O "on", S "since", F "from", R "until", Z and z "to", B "between", & "and", V "versus", A "after",
b "before", v German "vor" (before and ago), P "by", ^ "up", L "last", T "this", N "next", G "ago", H "ago" before its number,
g night, J morning, p "now", w "onwards", h half, Q quarter, c what is counted, q what is numbered.
"""

NOT_DATED_AFTER = _set("borders border lines frontiers boundaries agenda")
"""After a year they make it a name: "the 1967 borders", "the 2030 Agenda"."""

DAYS_KNOWN_BY_DATE: dict[tuple[int, int], int] = {(10, 7): 2023, (9, 11): 2001}
"""Month and day -> year of days that are called by their date alone: "since October 7"."""
ATTACK_WORDS = _set("attack attacks massacre attentats atentados")

VERBS_AFTER_MAY = _set("have be been well not veto vote abstain also only still never support oppose use change say see")
