"""What is read as a state, a group or somebody without a vote, and what is not.

A line of a table is "text => reading". In a reading HUN is a state, HUN* an adjective or its like, RUS/SUN whichever was a member on
the day, COD?COG a question back to the reader, SUN! a former state as such; eu a group, eu-HUN the group without Hungary, :Kosovo
somebody without a vote; "-" nothing. A state that was misspelt in the text has "~" before it.
"""

from __future__ import annotations

import itertools
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.understand.lexicon import Entry, Lexicon, build_lexicon
from bot.understand.members import MembersRead, read_members
from bot.understand.stopwords import STOPWORDS
from store.members import Members, load_members
from store.name_keys import name_key
from tests.effort import QUADRATIC, growth

LEXICON = build_lexicon(load_members())

NAMES = """
how did Hungary vote => HUN
HUNGARY? => HUN
and slovakia? => SVK
United States of America => USA
United Kingdom of Great Britain and Northern Ireland => GBR
great britain on chagos => GBR
Viet Nam and Vietnam => VNM VNM
Türkiye, Turkiye and Turkey => TUR TUR TUR
Côte d'Ivoire, Cote dIvoire, Ivory Coast => CIV CIV CIV
cape verde or cabo verde => CPV CPV
czech republic or czechia => CZE CZE
bosnia and herzegovina => BIH
bosnia-hercegovina => BIH
bosnia and serbia => BIH SRB
BiH abstained => BIH
trinidad & tobago => TTO
Trinidad and Tobago, St Kitts & Nevis, St. Vincent and the Grenadines => TTO KNA VCT
antigua on the high seas treaty => ATG
st lucia => LCA
sao tome => STP
são tomé and príncipe => STP
the Netherlands; Holland; Kingdom of the Netherlands => NLD NLD NLD
the Gambia => GMB
the Philippines => PHL
the Maldives and the Bahamas => MDV BHS
El Salvador => SLV
Syrian Arab Republic => SYR
Russian Federation => RUS
Islamic Republic of Iran => IRN
Iran (Islamic Republic of) => IRN
Venezuela (Bolivarian Republic of) => VEN
Bolivia (Plurinational State of) => BOL
Micronesia (Federated States of) => FSM
Republic of Moldova => MDA
Lao People's Democratic Republic => LAO
Brunei Darussalam => BRN
Timor-Leste and East Timor => TLS TLS
Eswatini or Swaziland => SWZ SWZ
Burkina on the return of children => BFA
Central African Rep => CAF
Papua New Guinea => PNG
People's Republic of China => CHN
communist china => CHN
"""

LONGEST_NAME_WINS = """
Guinea-Bissau => GNB
Guinea Bissau => GNB
Guinea => GIN
Equatorial Guinea and Guinea => GNQ GIN
Papua New Guinea, Guinea-Bissau, Guinea => PNG GNB GIN
South Sudan and Sudan => SSD SDN
Dominican Republic and Dominica => DOM DMA
North Korea and South Korea => PRK KOR
Republic of Korea => KOR
Democratic People's Republic of Korea => PRK
Korea, Republic of => KOR
Democratic Republic of the Congo => COD
Republic of the Congo => COG
Congo-Brazzaville v Congo-Kinshasa => COG COD
Congo, Democratic Republic of the => COD
Nigeria and Niger => NGA NER
South Africa => ZAF
trade in southern Africa => -
Northern Ireland => :Northern-Ireland
Ireland and Northern Ireland => IRL :Northern-Ireland
Western Samoa and American Samoa => WSM :American-Samoa
Saudi Arabia => SAU
New Zealand => NZL
Serbia and Montenegro => SCG!
Serbia, Montenegro => SRB MNE
former yugoslav republic of macedonia => MKD
former Yugoslavia => YUG!
North Macedonia => MKD
Western Sahara => :Western-Sahara
West Bank => -
the West New Guinea / West Irian agreement => -
Turkish Republic of Northern Cyprus => :Northern-Cyprus
People's Republic of Southern Yemen => YMD!
"""

FORMER_STATES_AND_OLD_NAMES = """
USSR => SUN!
U.S.S.R. => SUN!
Soviet Union's vote => SUN!
the Soviets => SUN!
soviet invasion of Afghanistan => SUN!* AFG
Czechoslovakia => CSK!
east germany => DDR!
GDR and FRG => germanies
gdr on 465 => DDR!
West Germany => GER!
W. Germany => GER!
Federal Republic of Germany => GER!
Germany => DEU
Yugoslavia => YUG!
South Yemen and North Yemen => YMD! YEM
Democratic Yemen => YMD!
Yemen => YEM
Tanganyika and Zanzibar => TZA
Tanganyika, Zanzibar => EAT! EAZ!
Tanzania => TZA
United Arab Republic => EGY
UAR => EGY
Zaire => COD
Dahomey => BEN
upper volta => BFA
Burma => MMR
Ceylon => LKA
Siam => THA
Malaya => MYS
Kampuchea => KHM
Khmer Republic => KHM
Persia => IRN
Abyssinia => ETH
Byelorussia => BLR
Byelorussian SSR => BLR
Ukrainian SSR => UKR
Rumania => ROU
Macedonia => MKD
Libyan Arab Jamahiriya => LBY
Union of South Africa => ZAF
Transjordan => JOR
"""

PEOPLE_AND_ADJECTIVES = """
the Brits => GBR
British vote => GBR*
emiratis and saudis => ARE SAU
the Dutch => NLD*
Czechs and Slovaks => CZE SVK
Irish vote => IRL*
mexican vote => MEX*
the French? => FRA*
the Belgians => BEL
New Zealanders => NZL
South Koreans => KOR
north korean => PRK*
Swedes, Danes and Finns => SWE DNK FIN
russian abstentions => RUS/SUN*
the Russians => RUS/SUN
Israeli settlements => ISR*
French nuclear tests => FRA*
Nigerien and Nigerian => NER* NGA*
Palestinian children => :State-of-Palestine
Congolese troops => COD?COG*
Korean peninsula => KOR?PRK*
Dominican => DOM?DMA*
East German abstention => DDR!*
Burmese, Sudanese, Lebanese => MMR* SDN* LBN*
Greek Cypriot => CYP*
"""

SEATS_OF_GOVERNMENT = """
Budapest vs Bratislava => HUN SVK
Pyongyang and Seoul => PRK KOR
moscow voted => RUS/SUN
the Kremlin => RUS/SUN
Prague's vote => CZE/CSK
Belgrade => SRB/SCG/YUG
Bonn => GER/DEU
Berlin => DEU
Downing Street => GBR
the White House => USA
Washington and London => USA GBR
bejing and dehli => ~CHN ~IND
Peking => CHN
Abu Dhabi => ARE
Addis Ababa => ETH
Kyiv or Kiev => UKR UKR
Tel Aviv => ISR
Ottawa, Canberra, Wellington => CAN AUS NZL
Dar es Salaam => TZA/EAT
Aden => YMD!
Gulf of Aden => -
Reykjavik => ISL
Astana and Tashkent => KAZ UZB
the Paris Agreement => -
Minsk agreements => -
Vienna Convention => -
Rome Statute => -
Budapest Memorandum => -
"""

CODES_AND_FLAGS = """
USA, GBR, FRA => USA GBR FRA
usa and uk => USA GBR
US/UK/FR => USA GBR FRA
SRB BIH HRV SVN MNE MKD => SRB BIH HRV SVN MNE MKD
SLV vote => SLV
svk and cze => SVK CZE
svk on cuba => SVK CUB
CAN => CAN
US? => USA
HU and SK => HUN SVK?KOR
DRC, DPRK, ROK, PRC, UAE, KSA, NZ, PNG => COD PRK KOR CHN ARE SAU NZL PNG
drc and dprk => COD PRK
uae? => ARE
SA on Israel => ZAF?SAU ISR
the CAR and Chad => CAF TCD
the car vote => -
GER => DEU/GER
the U.S. and the U.K. => USA GBR
the U.S.A. => USA
ALB, AND, ARG => ALB AND ARG
Israel AND Hungary => ISR HUN
WHO CAN TELL ME => -
HOW DID HUNGARY VOTE => HUN
ARE THE BALTICS IN => baltics
E/CN.4/2003 => -
A/C.3/80/L.2 => -
🇭🇺 => HUN
🇭🇺🇸🇰 on gaza => HUN SVK
how did 🇺🇸 vote? => USA
🇪🇺 => eu
🇵🇸 🇹🇼 => :State-of-Palestine :Taiwan
🏴󠁧󠁢󠁳󠁣󠁴󠁿 => :Scotland
ages ago, 2 years AGO => -
MDG goals and LIE => -
"""

THE_US = """
how did the us vote => USA
us and uk side by side => USA GBR
us-isreal agreement => USA ~ISR
did us abstain => USA
us voted no => USA
uk, us, france => GBR USA FRA
tell us who voted against => -
give us the tally => -
let us know how hungary voted => HUN
which of us is right => -
tell us how the us voted => USA
US embargo on Cuba => USA CUB
the US => USA
how did the States vote => USA
names of the states against => -
the States against it => -
member states => -
the united states => USA
america and russia => USA RUS
"""

ORDINARY_WORDS = """
how did turkey vote => TUR
turkey dinner => -
turkey => TUR
and turkey? => TUR
what about the chad => TCD
jordan abstained => JOR
my friend chad asked => -
Chad on the migration compact => TCD
Michael Jordan => -
Jordan and Lebanon => JOR LBN
georgia on abkhazia => GEO :Abkhazia
please polish the text => -
the polish vote => POL*
Polish abstention => POL*
guinea pig => -
the island states and a hand grenade => -
the IRA and the Americas => -
turkeys in chinos => -
guinea, mali => GIN MLI
mali => MLI
china shop => -
man, pan, per, nor, can, are, and, ben => -
lie detector, ant hill, sun rise, a fin => -
Indian Ocean zone of peace => -
South China Sea => -
Latin American => -
Air Jordan => -
no news from the front => -
to go or not to go => -
I ran in for mali => MLI
find a change of course, then turn => -
while that general check is special => -
"""

MISSPELT = """
hungray => ~HUN
isreal => ~ISR
greese => ~GRC
ukrane => ~UKR
souht africa => ~ZAF
cananda => ~CAN
finnland => FIN
newzealand => NZL
new zeland => ~NZL
eygpt => ~EGY
phillipines => PHL
slovkia => ~SVK
untied states => USA
singapoor => ~SGP
buthan => ~BTN
veitnam => ~VNM
bejing => ~CHN
indonisia => ~IDN
denmakr => ~DNK
ethopia => ~ETH
sweeden + finland => ~SWE FIN
bolvia => ~BOL
afganistan => AFG
rusia => RUS
lebannon => ~LBN
austrailia => ~AUS
malasia => MYS
azerbajan => ~AZE
kazahkstan => ~KAZ
portgual => ~PRT
switserland => ~CHE
romnia => ~ROU
venezeula => ~VEN
columbia => COL
lybia => LBY
germanys vote => DEU
rwandas own vote => RWA
Hungary's => HUN
Iarn => ~IRN
equatrial guinea => ~GNQ
guinea bissua => ~GNB
sotuh sudan => ~SSD
nort korea => ~PRK
Democratic Repulic of the Congo => ~COD
dominican repubic => ~DOM
papua new guniea => ~PNG
papua newguinea => ~PNG
saudi arabai => ~SAU
Hun gary => ~HUN
niger ia => ~NGA
souht sudna => ~SSD
"""

IN_DOUBT_THE_READER_IS_ASKED = """
Congo => COD?COG
the Congo's vote => COD?COG
korea => KOR?PRK
nigera => ~NER?NGA
slovania => ~SVK?SVN
tambia => ~GMB?ZMB
malii => ~MLI
nouth korea => ~KOR?PRK
wast germany => ~DDR?GER
"""

NOT_MISSPELT = """
cameron and thatcher => -
kurdish fighters => :Kurdistan
spanning the finance chain => -
grease and greed => -
brain drain => -
MONUSCO and MINUSCA => -
the nature of a series => -
iberian pork => -
osirak and goldstone => -
polls closed => -
a ration of bread => -
Gaza and Golan => -
cubx => -
quatro => -
"""

GROUPS = """
EU countries => eu
European Union => eu
UE => eu
which eu states => eu
EU-27 => eu
the EU except Hungary => eu-HUN
all EU states but Hungary => eu-HUN
EU minus Hungary and Slovakia => eu-HUN-SVK
EU members other than Hungary, Slovakia and Malta => eu-HUN-SVK-MLT
the EU voted yes but Hungary did not => eu HUN
the P5 minus China => p5-CHN
NATO without Turkey => nato-TUR
non-EU states => -
Baltic states + Ukraine => baltics UKR
baltics => baltics
nordics => nordics
Visegrad four => visegrad
V4 => visegrad
G7 => g7
g20 members => g20
BRICS => brics
NATO allies => nato
p5 => p5
permanent members => p5
elected members of the Security Council => e10
E10 => e10
GCC states => gcc
Gulf states => gcc
arab states => arab_league
african union members => african_union
AU => african_union
au revoir => -
ASEAN => asean
CARICOM => caricom
Mercosur => mercosur
Commonwealth => commonwealth
CIS => cis
CSTO members => csto
Benelux => benelux
Weimar triangle => weimar_triangle
Five Eyes => five_eyes
the Quad => quad
AUKUS => aukus
Warsaw Pact countries => warsaw_pact
Maghreb countries => maghreb
five central asian stans => central_asia
south caucasus => south_caucasus
western balkans => western_balkans
Yugoslavia's successor states => yugoslav_successors
six founding members of the European Communities => founding_six
both koreas => koreas
North and South Korea => koreas
East and West Germany => germanies
both Germanies => germanies
the West => west
Europe => europe
Global South => global_south
G77 => g77
African Group => african_group
GRULAC => grulac
WEOG => weog
Latin American countries => latin_america
Council members => council
OTAN => nato
baltische Staaten => baltics
balitc states => baltics
"""

WITHOUT_A_VOTE = """
Palestine => :State-of-Palestine
palastine => :State-of-Palestine
PLO observer status => :State-of-Palestine
the Vatican => :Holy-See
Kosovo => :Kosovo
Taiwan => :Taiwan
Republic of China => :Taiwan
taiwan (republic of china) => :Taiwan :Taiwan
Scotland => :Scotland
England => :England
Wales, Catalonia, Quebec => :Wales :Catalonia :Quebec
Hong Kong => :Hong-Kong
Puerto Rico => :Puerto-Rico
Crimea => :Crimea
Chechnya => :Chechnya
wakanda => :Wakanda
Tibet => :Tibet
Cook Islands and Niue => :Cook-Islands :Niue
South Ossetia => :South-Ossetia
Rhodesia => :Southern-Rhodesia
South Vietnam => :South-Vietnam
the Falklands => :Falklands
Texas => :Texas
"""

OTHER_LANGUAGES = """
la Hongrie a-t-elle voté => HUN
comment l'Ukraine a voté => UKR
d'Israël => ISR
Deutschland und Österreich => DEU AUT
Ausschluss Russlands => RUS
Estados Unidos y España => USA ESP
el voto de Hungría => HUN
Stati Uniti, Regno Unito, Germania => USA GBR DEU
o Brasil e a Alemanha => BRA DEU
Países Baixos => NLD
République démocratique du Congo => COD
Corée du Nord => PRK
Sudáfrica => ZAF
Vereinigte Staaten => USA
le vote français => FRA*
ungherese => HUN*
estadounidense => USA*
Как голосовала Венгрия => HUN
против Венгрии и России => HUN RUS
Советский Союз => SUN!
Китай => CHN
匈牙利如何投票 => HUN
中国和美国 => CHN USA
هنغاريا => HUN
URSS => SUN!
RDA => DDR!
Allemagne de l'Ouest => GER!
Wie hat Island gestimmt => ISL
La Grenade a voté contre => GRD
o Irã votou contra => IRN
Suisse, Suiza, Schweiz, Svizzera, Suíça => CHE CHE CHE CHE CHE
"""

SENTENCES = """
Cuba embargo - Ukraine? => CUB UKR
kosovo ICJ advisory opinion request — greece's vote pls => :Kosovo GRC
occupied territories of Azerbaijan, March 2008: how did France vote? => AZE FRA
how did syria vote on human rights in syria => SYR SYR
situation in Myanmar: Thailand and Laos => MMR THA LAO
fiji tonga palau nauru samoa vanuatu gaza => FJI TON PLW NRU WSM VUT
mali, burkino faso and niger => MLI BFA NER
Caribbean neighbours: Barbados, Dominica, St Lucia, Trinidad => caribbean BRB DMA LCA TTO
Brazil sided with Washington against Cuba in the 2019 vote => BRA USA CUB
Thatcher's Britain voted with Reagan => GBR
Turkey on the Georgian IDPs resolution (Abkhazia/South Ossetia) => TUR GEO* :Abkhazia :South-Ossetia
puerto rico off the list of colonies: guatemala => :Puerto-Rico GTM
iran's own vote on the iran-iraq war => IRN IRN IRQ
Japan/South Korea agreement => JPN KOR
austrailia new zealand 1990s => ~AUS NZL
who sided with britain on chagos => GBR
Every EU country voted for it => eu
Belgrade and Moscow => SRB/SCG/YUG RUS/SUN
Washington voted no, alongside Moscow, Minsk, Budapest => USA RUS/SUN BLR HUN
India, Pakistan & Bangladesh => IND PAK BGD
What did Iraq do on the truce? => IRQ
uk too? => GBR
s korea? => KOR
"""

TABLES = {
    "names": NAMES,
    "longest": LONGEST_NAME_WINS,
    "former": FORMER_STATES_AND_OLD_NAMES,
    "people": PEOPLE_AND_ADJECTIVES,
    "seats": SEATS_OF_GOVERNMENT,
    "codes": CODES_AND_FLAGS,
    "us": THE_US,
    "ordinary": ORDINARY_WORDS,
    "misspelt": MISSPELT,
    "doubt": IN_DOUBT_THE_READER_IS_ASKED,
    "not misspelt": NOT_MISSPELT,
    "groups": GROUPS,
    "without a vote": WITHOUT_A_VOTE,
    "languages": OTHER_LANGUAGES,
    "sentences": SENTENCES,
}
LINES = [(f"{table}: {line}", *line.split(" => ")) for table, lines in TABLES.items() for line in lines.strip().splitlines()]


def reading_of(read: MembersRead) -> str:
    """The reading in the notation of the tables."""
    found: list[tuple[int, str]] = []
    for member in read.members:
        joiner = "/" if member.by_day else "?"
        marks = "!" * member.as_former + "*" * member.adjective
        found.append((member.start, "~" * bool(member.corrected) + joiner.join(member.codes) + marks))
    found += [(group.start, "-".join([group.key, *group.without])) for group in read.groups]
    found += [(other.start, ":" + other.name.replace(" ", "-")) for other in read.non_members]
    return " ".join(text for _, text in sorted(found)) or "-"


@pytest.mark.parametrize(("text", "reading"), [line[1:] for line in LINES], ids=[line[0] for line in LINES])
def test_reads(text: str, reading: str) -> None:
    assert reading_of(read_members(text, LEXICON)) == reading


def test_the_tables_are_long_enough_to_mean_something() -> None:
    assert len(LINES) >= 250


def test_nothing_is_read_in_what_is_taken() -> None:
    text = "Cuba embargo - Ukraine?"
    assert reading_of(read_members(text, LEXICON, taken=[(0, 12)])) == "UKR"


def test_a_known_word_is_no_misspelling() -> None:
    assert reading_of(read_members("the ukrane question", LEXICON)) == "~UKR"
    assert reading_of(read_members("the ukrane question", LEXICON, known_words={"ukrane"})) == "-"


def test_a_misspelling_says_what_it_was_read_as() -> None:
    [mention] = read_members("how did hungray vote", LEXICON).members
    assert (mention.words, mention.corrected) == ("hungray", "Hungary")


def test_taiwan_says_whose_votes_were_its_own_and_until_when() -> None:
    [mention] = read_members("taiwan on 2758", LEXICON).non_members
    assert (mention.kind, mention.codes, str(mention.until)) == ("not_a_member", ("CHN",), "1971-10-24")


@pytest.mark.parametrize(
    ("text", "kind"),
    [("Palestine", "observer"), ("Kosovo", "not_a_member"), ("Scotland", "part_of_member"), ("Wakanda", "unknown")],
)
def test_who_has_no_vote_has_none_for_a_reason(text: str, kind: str) -> None:
    [mention] = read_members(text, LEXICON).non_members
    assert mention.kind == kind
    assert mention.note


def test_the_excepted_belong_to_the_words_of_the_group() -> None:
    text = "did all EU states but Hungary and Malta vote yes"
    [group] = read_members(text, LEXICON).groups
    assert group.words == text[group.start : group.end] == "EU states but Hungary and Malta"


def mentions_in(read: MembersRead) -> list[tuple[int, int, str]]:
    return [(m.start, m.end, m.words) for m in (*read.members, *read.groups, *read.non_members, *read.near)]


ANY_TEXT = st.one_of(
    st.text(max_size=200),
    st.lists(
        st.sampled_from(
            [
                *sorted(LEXICON.entries)[::7],
                "us",
                "US",
                "the",
                "AND",
                ",",
                "/",
                "-",
                "'s",
                "but",
                "except",
                "🇭🇺",
                "EU",
                "vote",
                "?",
            ]
        ),
        max_size=30,
    ).map(" ".join),
)


@settings(max_examples=400, deadline=None)
@given(ANY_TEXT)
def test_any_text_is_read_and_spans_cut_the_words_they_claim(text: str) -> None:
    spans = mentions_in(read_members(text, LEXICON))
    assert all(text[start:end] == words and words for start, end, words in spans)
    places = sorted((start, end) for start, end, _ in spans)
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(places))


def own_names() -> list[tuple[str, Entry]]:
    # "the States" needs a question around it, and what is a word of English one in its own language: see the tables.
    elsewhere = {"the states", *LEXICON.only_in_their_language}
    return [(name, entry) for name, entry in sorted(LEXICON.entries.items()) if entry.codes and name not in elsewhere]


def test_every_state_is_read_as_itself_under_every_name() -> None:
    wrong = []
    for name, entry in own_names():
        read = read_members(f"how did {name} vote on gaza", LEXICON)
        if [m.codes for m in read.members] != [entry.codes] or read.groups or read.non_members:
            wrong.append((name, entry.codes, reading_of(read)))
    assert wrong == []


def test_every_state_is_read_under_the_names_of_its_time() -> None:
    members: Members = load_members()
    for code, state in members.by_code.items():
        for name in (state.short, *(period.name for period in state.names)):
            read = read_members(f"How did {name} vote?", LEXICON)
            expected = ("COD", "COG") if name == "Congo" else (code,)
            assert [m.codes for m in read.members] == [expected], name


LETTERS = "abcdefghijklmnopqrstuvwxyz"


def with_an_error(word: str, at: int, kind: int, letter: str) -> str:
    """A word with one letter left out, added, changed, or swapped with the next."""
    match kind:
        case 0:
            return word[:at] + word[at + 1 :]
        case 1:
            return word[:at] + letter + word[at:]
        case 2:
            return word[:at] + letter + word[at + 1 :]
        case _:
            return word[:at] + word[at + 1 : at + 2] + word[at : at + 1] + word[at + 2 :]


def misspellings(errors: int, per_name: int, seed: int, names: list[tuple[str, Entry]]) -> list[tuple[str, Entry, str]]:
    """Names in Latin letters with errors in words of four letters and more: shorter ones are other abbreviations as likely as errors.

    What is another name, or holds an ordinary word that the name has not, is no misspelling to anybody, and left out.
    """
    chance = random.Random(seed)
    found = []
    for name, entry in names:
        words = name.split()
        if not name.isascii() or all(len(w) < 4 for w in words):
            continue
        for _ in range(per_name):
            written = list(words)
            for _ in range(errors):
                number = chance.choice([i for i, w in enumerate(written) if len(w) >= 4] or [0])
                word = written[number]
                at = chance.randrange(len(word)) if word else 0
                written[number] = with_an_error(word, at, chance.randrange(4), chance.choice(LETTERS))
            if not is_another_word(written, words, LEXICON):
                found.append((name, entry, " ".join(written)))
    return found


def is_another_word(written: list[str], words: list[str], lexicon: Lexicon) -> bool:
    text = " ".join(written)
    new = [w for w in written if w not in words]
    return (
        not new
        or text in lexicon.entries
        or text in lexicon.small_codes
        or any(w in STOPWORDS or w in lexicon.plain_words or w in lexicon.entries for w in new)
    )


def is_wrong(read: MembersRead, entry: Entry) -> bool:
    """Whether another is read than was meant: itself, a question that holds it, or nothing is right."""
    if read.groups or read.non_members:
        return True
    return any(not set(m.codes) & set(entry.codes) or (len(m.codes) == 1 and m.codes != entry.codes) for m in read.members)


@pytest.mark.parametrize("seed", [1, 2])
def test_a_name_with_one_error_is_never_read_as_another_state(seed: int) -> None:
    cases = misspellings(1, 2, seed, own_names())
    wrong = []
    for name, entry, written in cases:
        read = read_members(f"how did {written} vote on gaza", LEXICON)
        if is_wrong(read, entry) and not entry.by_day and len(entry.codes) == 1:
            wrong.append((name, written, reading_of(read)))
    assert len(cases) > 3500
    assert wrong == []


def test_most_names_with_one_error_are_still_read() -> None:
    english = {name_key(state.short) for state in load_members().by_code.values()}
    names = [(name, entry) for name, entry in own_names() if name in english]
    cases = misspellings(1, 10, 3, names)
    right = sum([m.codes for m in read_members(f"how did {w} vote", LEXICON).members] == [e.codes] for _, e, w in cases)
    assert right / len(cases) >= 0.9


def test_a_name_with_two_errors_is_hardly_ever_another_state() -> None:
    english = {name_key(state.short) for state in load_members().by_code.values()}
    names = [(name, entry) for name, entry in own_names() if name in english]
    cases = misspellings(2, 10, 4, names)
    wrong = [
        (name, written) for name, entry, written in cases if is_wrong(read_members(f"how did {written} vote", LEXICON), entry)
    ]
    assert len(wrong) / len(cases) <= 0.01


@pytest.mark.parametrize(
    "piece",
    [
        "how did the united states and hungary vote on gaza? ",
        "states ",
        "republic of the ",
        "us ",
        "guinea's ",
        "中国投票",
        "a",
        "- ",
        "untied sttaes souht korae republci of teh cogno ",
    ],
)
def test_a_text_four_times_as_long_is_not_much_more_than_four_times_the_work(piece: str) -> None:
    assert growth(lambda text: read_members(text, LEXICON), piece) < 0.6 * QUADRATIC
