"""The words for times in English, French, Spanish, German, Portuguese and Italian, folded, as `bot.understand.dates` reads them.

Each word is filed under one letter, its class; `dates` writes a text as a line of such letters and looks for patterns in it.
"""

from __future__ import annotations

from bot.understand.number_words import UNITS

_MONTHS = """
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
"""
MONTHS: dict[str, int] = {word: int(line.split()[0]) for line in _MONTHS.strip().splitlines() for word in line.split()[1:]}
"""Every word for a month."""

UNSURE_MONTHS = frozenset("march may mars mar mai marco mayo august sept sep jan dez ott dic ene avr julio abr".split())
"""Months only beside a number or after "in" or "last": they are other words or names as well ("may abstain", "it. mai")."""

ABBREVIATED_AUGUST = "ago"
"""August in Spanish, Portuguese and Italian; in English it stands in "two years ago"."""

CORRECTED_MONTHS = """january february march april august september october november december septembre octubre septiembre
noviembre diciembre novembre decembre dezember oktober setembro outubro novembro dezembro settembre ottobre dicembre""".split()
"""Months whose misspellings are understood."""

NOT_MISSPELT = frozenset(
    "match marsh larch mach marches matches marched member remember decided mars marcel mary maria marc marcha marchan augusta arch starch".split()
)
"""Words one letter away from a month."""

_WEEKDAYS = """
0 monday mondays mon montag lundi lunes segunda-feira lunedi
1 tuesday tuesdays tues tue dienstag mardi martes terca-feira martedi tuseday teusday
2 wednesday wednesdays wed weds mittwoch mercredi miercoles quarta-feira mercoledi wendsday wednsday wensday
3 thursday thursdays thurs thur thu donnerstag jeudi jueves quinta-feira giovedi thrusday thurday
4 friday fridays fri freitag vendredi viernes sexta-feira venerdi firday
5 saturday saturdays sat samstag sonnabend samedi sabado sabato
6 sunday sundays sun sonntag dimanche domingo domenica
"""
WEEKDAYS: dict[str, int] = {word: int(line.split()[0]) for line in _WEEKDAYS.strip().splitlines() for word in line.split()[1:]}
UNSURE_WEEKDAYS = frozenset("mon sun sat wed fri thu tue".split())

# Days counted from today.
DAYS_AWAY: dict[str, int] = {
    **dict.fromkeys("yesterday yday hier ayer anoche gestern ontem ieri".split(), -1),
    **dict.fromkeys("today tonight aujourdhui hoy heute hoje oggi stasera".split(), 0),
    **dict.fromkeys("anteayer antier vorgestern anteontem avanthier laltroieri".split(), -2),
    **dict.fromkeys("tomorrow domani demain amanha".split(), 1),
}
THIS_YEAR = frozenset(["heuer"])  # Austria

UNIT_WORDS: dict[str, str] = {
    **dict.fromkeys("day days tag tage tagen jour jours dia dias giorno giorni".split(), "day"),
    **dict.fromkeys("week weeks wk wks woche wochen semaine semaines semana semanas settimana settimane".split(), "week"),
    **dict.fromkeys("month months monat monate monaten monats mois mes meses mese mesi".split(), "month"),
    **dict.fromkeys("year years yr yrs jahr jahre jahren jahres ans annee annees ano anos anno anni".split(), "year"),
    **dict.fromkeys("decade decades jahrzehnt jahrzehnte jahrzehnten decennie decennies decada decadas decennio decenni".split(), "decade"),
}

# Part of a period: thirds for early, mid and late, shorter spans for the start and the end.
PART_WORDS: dict[str, str] = {
    **dict.fromkeys("early principios inicios".split(), "early"),
    **dict.fromkeys("mid middle mi mitte mediados meados meta".split(), "mid"),
    **dict.fromkeys(["late"], "late"),
    **dict.fromkeys("beginning start debut anfang comienzos inicio inizio comeco".split(), "start"),
    **dict.fromkeys("end close fin finales final ende fim fine".split(), "end"),
}

# The first month of a season of three; December opens a winter.
SEASONS: dict[str, int] = {
    **dict.fromkeys("spring printemps primavera fruhling fruhjahr".split(), 3),
    **dict.fromkeys("summer ete verano sommer verao estate".split(), 6),
    **dict.fromkeys("autumn fall automne otono herbst outono autunno".split(), 9),
    **dict.fromkeys("winter hiver invierno inverno".split(), 12),
}

DECADE_WORDS: dict[str, int] = {
    "forties": 1940, "fifties": 1950, "sixties": 1960, "seventies": 1970, "eighties": 1980, "nineties": 1990, "noughties": 2000,
    "vierziger": 1940, "funfziger": 1950, "sechziger": 1960, "siebziger": 1970, "achtziger": 1980, "neunziger": 1990,
    "vierzigern": 1940, "funfzigern": 1950, "sechzigern": 1960, "siebzigern": 1970, "achtzigern": 1980, "neunzigern": 1990,
    "cuarenta": 1940, "cincuenta": 1950, "sesenta": 1960, "setenta": 1970, "ochenta": 1980, "noventa": 1990, "oitenta": 1980,
    "quaranta": 1940, "cinquanta": 1950, "sessanta": 1960, "settanta": 1970, "ottanta": 1980, "novanta": 1990,
}  # fmt: skip
"""Words for decades; those of Spanish, Portuguese and Italian count only after "los años", "anos", "anni"."""
LONE_DECADE_WORDS = frozenset(word for word in DECADE_WORDS if word.endswith(("ties", "ziger", "zigern")))

ORDINAL_WORDS: dict[str, int] = {
    **dict.fromkeys("first erste ersten premiere premier primera primer primeira prima primo 1st".split(), 1),
    **dict.fromkeys("second zweite zweiten deuxieme segunda segundo seconda secondo 2nd".split(), 2),
    **dict.fromkeys("third dritte dritten troisieme tercera tercer terceira terza terzo 3rd".split(), 3),
    **dict.fromkeys("fourth vierte vierten quatrieme cuarta cuarto quarta quarto 4th".split(), 4),
}
SMALL_NUMBERS: dict[str, int] = {word: value for word, value in UNITS.items() if value <= 12 and word != "sept"} | {"couple": 2, "few": 3}

# Class letters. A capital stands for what a pattern hangs on, a small letter for the words around it.
WORD_CLASSES: dict[str, str] = {
    **dict.fromkeys("the le la les l el los las der die das den dem il lo gli os o un une uno una um uma ein eine einem einer an nos nas no na".split(), "t"),
    **dict.fromkeys("of de del do da dos des du von vom della dell di d dei degli".split(), "f"),
    **dict.fromkeys("in im en em nel nell nella nei negli dans during durante wahrend pendant within around circa throughout".split(), "i"),
    **dict.fromkeys("on am dated".split(), "O"),
    **dict.fromkeys("since seit depuis desde ab dal dalla partir starting sinds".split(), "S"),
    "from": "F",
    **dict.fromkeys("until till til untill bis hasta ate jusqu jusque fino".split(), "R"),
    **dict.fromkeys("to through thru thro".split(), "Z"),
    **dict.fromkeys("a au al ao alla aux".split(), "z"),
    **dict.fromkeys("between zwischen entre tra fra".split(), "B"),
    **dict.fromkeys("and und et y e or oder ou n".split(), "&"),
    **dict.fromkeys("vs versus v".split(), "V"),
    **dict.fromkeys("after nach apres despues depois dopo post following".split(), "A"),
    **dict.fromkeys("before avant antes prima pre bevor".split(), "b"),
    "vor": "v",
    "by": "P",
    "up": "^",
    **dict.fromkeys("last past previous prior letzte letzten letztes letztem letzter vergangene vergangenen vergangenes vergangenem vergangener vorige vorigen voriges derniere dernier dernieres derniers passee passe pasado pasada pasados pasadas ultimo ultima ultimos ultimas passado passada passados scorso scorsa scorsi".split(), "L"),
    **dict.fromkeys("this current dieses diesem diesen dieser diese ce cette cet este esta neste nesta deste desta questo questa quest".split(), "T"),
    **dict.fromkeys("next nachste nachsten nachstes prochaine prochain proximo proxima prossimo prossima".split(), "N"),
    **dict.fromkeys("ago back fa atras".split(), "G"),
    **dict.fromkeys("hace ha ilya".split(), "H"),
    **dict.fromkeys("night evening abend soir noche noite sera notte".split(), "g"),
    **dict.fromkeys("morning afternoon".split(), "J"),
    **dict.fromkeys("now present date nowadays currently".split(), "p"),
    **dict.fromkeys("onwards onward on-wards forward on-ward".split(), "w"),
    **dict.fromkeys("half semestre halbjahr".split(), "h"),
    **dict.fromkeys("quarter trimestre quartal".split(), "Q"),
    **dict.fromkeys("states state countries country members nations people percent others delegations abstentions abstained pays paises staaten lander paesi".split(), "c"),
    **dict.fromkeys("session sessions special emergency meeting plenary committee anniversary amendment sitzung tagung sesion sessao sessione commission vote votes voted voting times resolutions other more against abstain votos stimmen voix voti".split(), "q"),
}  # fmt: skip
"""Word -> class letter, for the words that carry no value."""

VERBS_AFTER_MAY = frozenset("have be been well not veto vote abstain also only still never support oppose use change say see".split())
