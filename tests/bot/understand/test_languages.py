"""Questions in five more languages read as English: their words, their order, their offsets."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understand.clean import Word, clean, words
from bot.understand.language_tables import LANGUAGES
from bot.understand.languages import in_english, language_of, words_unknown

FRENCH = (
    ("Qui a voté contre la Déclaration de New York ?", "who voted against the new york declaration"),
    ("et la Slovaquie ?", "and slovakia"),
    ("Comment a voté la Hongrie sur l'embargo contre Cuba ?", "how did hungary vote on the embargo on cuba"),
    ("Qui s'est abstenu sur l'agression contre l'Ukraine ?", "who abstained on the aggression against ukraine"),
    ("Quels pays n'ont pas voté en mars 2022 ?", "which countries did not vote in mars 2022"),
    ("Est-il vrai que personne n'a voté contre ?", "is it true that nobody voted against"),
    ("La résolution 2334 a-t-elle été adoptée ?", "the resolution 2334 was adopted"),
    ("Combien de fois les États-Unis ont-ils mis leur veto ?", "how many times did united states veto"),
    ("Depuis quand la Suisse vote-t-elle pour ?", "since when did switzerland vote for"),
    ("le vote du Brésil sur la glorification du nazisme", "the vote of brazil on the glorification of nazism"),
    ("Vote de la Turquie sur les armes à sous-munitions en 2023", "vote of turkey on the cluster munitions in 2023"),
    ("Combien d'États se sont abstenus ?", "how many states abstained"),
    ("Résultat du vote du 12 décembre 2023 ?", "result of the vote of the 12 decembre 2023"),
    ("Le Wakanda a-t-il voté contre l'embargo ?", "did the wakanda vote against the embargo"),
    ("La résolution a-t-elle été adoptée à l'unanimité ?", "the resolution was adopted unanimously"),
    ("Est-ce vrai que l'Inde s'est abstenue le 2 mars 2022 ?", "is it true that india abstained the 2 mars 2022"),
    ("Qui n'a pas voté ?", "who did not vote"),
    ("Combien de vetos les États-Unis ont-ils mis depuis 2000 ?", "how many vetoes did united states cast since 2000"),
    ("ni la France ni l'Italie n'ont voté contre ?", "neither france nor italy voted against"),
    ("la plupart des pays de l'UE se sont abstenus ?", "most of the eu abstained"),
    ("Qui d'autre a voté contre ?", "who else voted against"),
    ("Qui a mis son veto à la résolution sur Gaza ?", "who vetoed the resolution on gaza"),
    ("Le Canada a voté pour, c'est vrai ?", "canada voted for is that true"),
    ("Pourquoi la Hongrie a-t-elle voté contre ?", "why did hungary vote against"),
    ("la Chine et les armes nucléaires en 2017", "china and the nuclear weapons in 2017"),
    ("Comment le Mexique vote-t-il chaque année sur l'embargo ?", "how did mexico vote every year on the embargo"),
    ("Qui a voté non ?", "who voted no"),
    ("Tous les pays de l'OTAN ont-ils voté pour ?", "did all nato vote for"),
    ("le vote de la Chine et de l'Inde sur le climat", "the vote of china and india on the climate"),
)

SPANISH = (
    ("¿y Eslovaquia?", "and slovakia"),
    ("¿Se abstuvo Hungría en la votación sobre Gaza?", "did hungary abstain in the vote on gaza"),
    ("¿No se abstuvo Israel?", "didn't israel abstain"),
    ("¿Votó Wakanda a favor?", "did wakanda vote in favour"),
    ("¿Quién votó en contra del embargo a Cuba?", "who voted against the embargo on cuba"),
    ("¿Qué países no votaron?", "which countries did not vote"),
    ("¿Cuántas veces ha votado España en contra de Israel?", "how many times did spain vote against israel"),
    ("¿Es verdad que Hungría votó en contra de la tregua?", "is it true that hungary voted against the truce"),
    ("¿Es cierto que votó Hungría en contra de la tregua?", "is it true that hungary voted against the truce"),
    ("¿Fue aprobada la resolución 2803?", "was it adopted the resolution 2803"),
    ("¿Desde cuándo vota Argentina contra la moratoria?", "since when did argentina vote against the moratorium"),
    ("¿Qué votó España sobre Palestina?", "what did spain vote on palestine"),
    ("¿Apoyó Polonia el pacto migratorio?", "did poland support the migration pact"),
    ("voto de Perú sobre el apartheid", "vote of peru on the apartheid"),
    ("¿Vetó Rusia la resolución?", "did russia veto the resolution"),
    ("¿Cuántos países votaron en contra?", "how many countries voted against"),
    ("¿Votaron igual España y Portugal sobre Palestina?", "did spain and portugal vote the same way on palestine"),
    ("¿Con qué frecuencia votan igual Brasil y Argentina?", "how often did brazil and argentina vote the same way"),
    ("¿Hungría votó en contra?", "hungary voted against"),
    ("¿Rechazó Israel la solución de dos Estados?", "did israel reject the two state solution"),
    ("¿Fue Hungría el único país que votó en contra?", "was hungary the only country that voted against"),
    ("¿Se opuso Argentina a la Declaración de Nueva York?", "did argentina oppose to the new york declaration"),
    ("¿Cuál fue el voto de Chile sobre las armas nucleares?", "what is the vote of chile on the nuclear weapons"),
    ("¿Quién vetó la resolución sobre Siria?", "who vetoed the resolution on syria"),
    ("¿Votó Estados Unidos no?", "did united states vote no"),
    ("¿cuántas veces se ha abstenido India sobre Ucrania?", "how many times did india abstain on ukraine"),
    ("¿No votó Venezuela?", "did venezuela not vote"),
    ("¿Es cierto que nadie votó en contra?", "is it true that nobody voted against"),
    ("Votaron a favor Colombia y Perú?", "did colombia and peru vote in favour"),
    ("¿Y en 2019?", "and in 2019"),
    ("¿quién más votó en contra?", "who else voted against"),
    ("Resultado de la votación sobre la anexión de Crimea", "result of the vote on the annexation of crimea"),
    ("¿Qué hizo Bolivia con la suspensión de Rusia?", "what did bolivia do with the suspension of russia"),
    ("¿Votó en contra Hungría?", "did hungary vote against"),
)

GERMAN = (
    ("und Ungarn?", "and hungary"),
    ("Wie stimmte Ungarn über das Kuba-Embargo ab?", "how did hungary vote about cuba embargo"),
    ("Wie hat Ungarn abgestimmt?", "how did hungary vote"),
    ("Wer hat gegen die New Yorker Erklärung gestimmt?", "who voted against the new york declaration"),
    ("Wer hat sich enthalten?", "who abstained"),
    ("Hat sich Österreich enthalten?", "did austria abstain"),
    ("Enthielt sich Deutschland bei der Gaza-Abstimmung?", "did germany abstain at the gaza vote"),
    ("Stimmt es, dass niemand dagegen gestimmt hat?", "is it true that nobody voted against"),
    ("Stimmte Israel dagegen?", "did israel vote against"),
    ("Ungarn hat gegen die Resolution gestimmt, stimmt das?", "hungary voted against the resolution is that true"),
    ("Hat Ungarn nicht dagegen gestimmt?", "didn't hungary vote against"),
    ("Hat Israel nicht abgestimmt?", "did israel not vote"),
    ("Wie oft haben die USA ein Veto eingelegt?", "how often did united states veto"),
    ("Wurde die Resolution 2803 angenommen?", "was the resolution 2803 adopted"),
    ("Ergebnis der Abstimmung über die Streumunition 2023", "result of the vote on the cluster munitions 2023"),
    ("Seit wann stimmt die Schweiz dafür?", "since when did switzerland vote in favour"),
    ("Haben alle EU-Staaten dafür gestimmt?", "did all eu vote in favour"),
    ("War Ungarn das einzige Land, das dagegen gestimmt hat?", "was hungary the only country that voted against"),
    ("Wie hat Oesterreich ueber die Todesstrafe abgestimmt?", "how did austria vote about the death penalty"),
    ("Lehnte Ungarn die Resolution ab?", "did hungary reject the resolution"),
    ("Stimmt Ungarn immer gegen Israel-Resolutionen?", "did hungary always vote against israel resolutions"),
    ("Ist die Resolution angenommen worden?", "is the resolution adopted"),
    ("Wie viele Enthaltungen gab es?", "how many abstentions"),
    ("Wer war dagegen?", "who was against"),
    ("War die Abstimmung einstimmig?", "was the vote unanimous"),
    ("Hat die Schweiz mit Ja gestimmt?", "did switzerland vote yes"),
    ("Haben Österreich und Ungarn gleich gestimmt?", "did austria and hungary vote the same way"),
    ("Stimmverhalten von Indien zur Krim-Annexion", "position of india on the crimea annexation"),
    ("Warum hat sich Indien enthalten?", "why did india abstain"),
    ("Lehnten die USA den Migrationspakt ab?", "did united states reject the migration pact"),
    ("Wie oft hat sich China im Sicherheitsrat enthalten?", "how often did china abstain in the security council"),
    ("Und die Slowakei?", "and slovakia"),
    ("Und wie hat die Slowakei abgestimmt?", "and how did slovakia vote"),
    ("Hat Russland sein Veto gegen die Resolution eingelegt?", "did russia cast veto against the resolution"),
    ("Hat Serbien für den Völkermord von Srebrenica gestimmt?", "did serbia vote for the srebrenica genocide"),
    ("Hat Deutschland der Resolution zugestimmt?", "did germany support the resolution"),
    ("Hat Ungarn 2025 gegen das Kuba-Embargo gestimmt?", "did hungary vote against 2025 on cuba embargo"),
    ("Wer hat bei der Srebrenica-Resolution nicht abgestimmt?", "who did not vote at the srebrenica resolution"),
    ("Hat die Türkei bei der Resolution mit Ja gestimmt?", "did turkey vote yes at the resolution"),
)

ITALIAN = (
    ("e l'Ungheria?", "and hungary"),
    ("Come ha votato l'Italia sull'embargo a Cuba?", "how did italy vote on the embargo on cuba"),
    ("Chi ha votato contro la Dichiarazione di New York?", "who voted against the new york declaration"),
    ("Chi si è astenuto sulla tregua a Gaza?", "who abstained on the truce in gaza"),
    ("L'Ungheria si è astenuta?", "hungary abstained"),
    ("Ha votato a favore l'Italia?", "did italy vote in favour"),
    ("Si è astenuta l'Italia sulla risoluzione di Gaza?", "did italy abstain on the resolution of gaza"),
    ("È vero che nessuno ha votato contro?", "is it true that nobody voted against"),
    ("Quali paesi non hanno votato?", "which countries did not vote"),
    ("La risoluzione è stata adottata?", "the resolution was adopted"),
    ("L'Italia non ha votato a favore?", "italy did not vote in favour"),
    ("Quante volte la Russia ha posto il veto?", "how many times did russia veto"),
    ("L'Ungheria è stata l'unico paese a votare contro?", "was hungary the only country to vote against"),
    ("Quanti paesi si sono astenuti?", "how many countries abstained"),
    ("Italia e Francia hanno votato allo stesso modo su Gaza?", "italy and france voted the same way on gaza"),
    ("L'Italia si è opposta al divieto delle armi nucleari?", "italy opposed the ban of the nuclear weapons"),
    ("L'Italia ha votato sì?", "italy voted yes"),
    ("Chi ha posto il veto alla risoluzione su Gaza?", "who vetoed the resolution on gaza"),
    ("La Cina ha posto il veto?", "china vetoed"),
    ("È vero che l'India si è astenuta?", "is it true that india abstained"),
    ("L'Ungheria ha mai votato contro l'embargo?", "hungary ever voted against the embargo"),
    ("L'Ungheria non ha mai votato contro l'embargo?", "hungary never voted against the embargo"),
    ("E la Slovacchia?", "and slovakia"),
    ("Tutti i paesi della NATO hanno votato a favore?", "all nato voted in favour"),
    ("Quando l'Italia ha votato per la prima volta contro?", "when did italy vote first time against"),
    ("Com'è andata la votazione sulla Crimea?", "what is the result of the vote on the crimea"),
    ("chi altro ha votato contro?", "who else voted against"),
    ("Come votò l'Italia sul sionismo è razzismo?", "how did italy vote on the zionism is racism"),
    ("voto dell'Italia sulla pena di morte", "vote of italy on the death penalty"),
    ("Perché l'Ungheria ha votato contro?", "why did hungary vote against"),
    ("risultato della votazione sul patto sulla migrazione", "result of the vote on the migration pact"),
    ("Ciao, come ha votato la Germania sulla tregua umanitaria?", "how did germany vote on the humanitarian truce"),
    ("Si astenne la Cina?", "did china abstain"),
    ("Israele ha votato contro la soluzione a due Stati?", "israel voted against the two state solution"),
    ("Come si è espressa la Germania sull'embargo?", "how did germany vote on the embargo"),
    ("La risoluzione è stata approvata?", "the resolution was adopted"),
)

PORTUGUESE = (
    ("e a Eslováquia?", "and slovakia"),
    ("Como votou Portugal sobre o plano de partilha?", "how did portugal vote on the partition plan"),
    ("Quem votou contra a resolução?", "who voted against the resolution"),
    ("Quais países se abstiveram na votação da Crimeia?", "which countries abstained on the vote of the crimea"),
    ("O Brasil votou a favor da resolução sobre Gaza?", "brazil voted in favour of the resolution on gaza"),
    ("É verdade que Angola se absteve?", "is it true that angola abstained"),
    ("Quantas vezes os Estados Unidos usaram o veto?", "how many times did united states veto"),
    ("O Brasil não votou contra?", "brazil did not vote against"),
    ("A Hungria e a Eslováquia abstiveram-se?", "hungary and slovakia abstained"),
    ("Absteve-se a Hungria?", "did hungary abstain"),
    ("Quantos países votaram contra?", "how many countries voted against"),
    ("Como é que Portugal votou sobre a Palestina?", "how did portugal vote on the palestine"),
    ("O Brasil e a Argentina votaram da mesma forma?", "brazil and argentina voted the same way"),
    ("A resolução foi aprovada?", "the resolution was adopted"),
    ("Foi aprovada a resolução 2803?", "was it adopted the resolution 2803"),
    ("Foi a Hungria o único país a votar contra?", "was hungary the only country to vote against"),
    ("Moçambique não votou?", "mozambique did not vote"),
    ("A China vetou a resolução sobre Mianmar?", "china vetoed the resolution on myanmar"),
    ("É verdade que ninguém votou contra?", "is it true that nobody voted against"),
    ("Todos os países da UE votaram a favor?", "all eu voted in favour"),
    ("votação sobre o apartheid: como votou o Reino Unido?", "vote on the apartheid how did united kingdom vote"),
    ("Quais países não votaram?", "which countries did not vote"),
    ("O Brasil condenou a invasão da Ucrânia?", "brazil voted for the invasion of ukraine"),
    ("Desde quando o Brasil vota a favor?", "since when did brazil vote in favour"),
    ("quem mais votou contra?", "who else voted against"),
    ("Lista de países que se abstiveram", "list of countries that abstained"),
)

READ_AS = [
    pytest.param(language, question, english, id=f"{language}: {question}")
    for language, table in (("fr", FRENCH), ("es", SPANISH), ("de", GERMAN), ("pt", PORTUGUESE), ("it", ITALIAN))
    for question, english in table
]

FOREIGN = (
    ("fr", "et la Slovaquie ?"),
    ("fr", "Et la Chine alors ?"),
    ("fr", "141-5-35, c'est quoi ?"),
    ("fr", "vote du Brésil sur les armes nucléaires"),
    ("es", "¿y Eslovaquia?"),
    ("es", "y la Argentina en 2019?"),
    ("es", "¿Se opuso Argentina a la Declaración de Nueva York?"),
    ("es", "como voto hungria la resolucion de ucrania"),
    ("de", "und Ungarn?"),
    ("de", "Streumunitionsresolution 2022, Polen?"),
    ("de", "wer dagegen?"),
    ("pt", "e a Eslováquia?"),
    ("pt", "e o Brasil?"),
    ("pt", "quem mais votou contra?"),
    ("it", "e l'Ungheria?"),
    ("it", "e la Slovacchia?"),
    ("it", "Italia e Francia hanno votato allo stesso modo?"),
)

ENGLISH = (
    "how did Deutschland vote on the Cuba embargo?",
    "did España abstain",
    "what was the vote on the guerre in Ukraine",
    "Cuba embargo - Ukraine?",
    "and Slovakia?",
    "china?",
    "es 10/21",
    "A/RES/181(II)[A]",
    "A/RES/3379(XXX)",
    "S/RES/2774(2025)",
    "A/RES/106(S-1)",
    "2774",
    "93-18-65",
    "Cote d'Ivoire, Rio declaration, El Salvador",
    "El Salvador on human rights in Iran",
    "human rights in Burma",
    "Libya no fly zone",
    "UN Office in Nairobi",
    "disabilities in war",
    "a cease-fire in Lebanon",
    "India & Pakistan: General Assembly votes in December 2025, how often together",
    "Which way did Zimbabwe go on EU participation in the work of the UN, May 2011?",
    "Los Angeles, San Marino, Sierra Leone, Côte d'Ivoire",
    "",
    "?!",
)

TOPICS = (
    ("de", "Gaza-Resolution", "gaza resolution"),
    ("de", "Gazaresolution", "gaza resolution"),
    ("de", "Kuba-Embargo", "cuba embargo"),
    ("de", "Kubaembargo", "cuba embargo"),
    ("de", "Atomwaffenverbot", "ban nuclear weapons"),
    ("de", "Menschenrechtsrat", "human rights council"),
    ("de", "Ukraine-Abstimmung", "ukraine vote"),
    ("de", "Ukraineabstimmung", "ukraine vote"),
    ("de", "Todesstrafe", "death penalty"),
    ("de", "Todesstrafenmoratorium", "death penalty moratorium"),
    ("de", "Streumunition", "cluster munitions"),
    ("de", "Siedlungsresolution", "settlements resolution"),
    ("de", "Ausschluss Russlands aus dem Menschenrechtsrat", "expulsion of russia from the human rights council"),
    ("de", "Völkermord in Srebrenica", "srebrenica genocide"),
    ("fr", "peine de mort", "death penalty"),
    ("fr", "armes à sous-munitions", "cluster munitions"),
    ("fr", "moratoire sur la peine de mort", "death penalty moratorium"),
    ("fr", "territoires palestiniens occupés", "occupied palestinian territory"),
    ("fr", "cessez-le-feu", "ceasefire"),
    ("es", "embargo contra Cuba", "embargo on cuba"),
    ("es", "armas nucleares", "nuclear weapons"),
    ("es", "minas antipersonal", "landmines"),
    ("es", "derechos humanos en Irán", "human rights in iran"),
    ("pt", "moratória da pena de morte", "death penalty moratorium"),
    ("pt", "sanções contra o Irão", "sanctions on iran"),
    ("pt", "colonatos israelitas", "settlements israeli"),
    ("it", "munizioni a grappolo", "cluster munitions"),
    ("it", "patto sulla migrazione", "migration pact"),
    ("it", "pena di morte", "death penalty"),
)


def read(question: str, language: str) -> str:
    return " ".join(w.folded for w in in_english(words(clean(question)), language))


@pytest.mark.parametrize(("language", "question", "english"), READ_AS)
def test_a_question_is_read_in_english_words_and_order(language: str, question: str, english: str) -> None:
    assert read(question, language) == english


@pytest.mark.parametrize(("language", "question", "_english"), READ_AS)
def test_the_language_of_a_question_is_recognised(language: str, question: str, _english: str) -> None:
    assert language_of(words(clean(question))) == language


@pytest.mark.parametrize(("language", "question"), FOREIGN)
def test_a_few_small_words_are_enough(language: str, question: str) -> None:
    assert language_of(words(clean(question))) == language


@pytest.mark.parametrize("question", ENGLISH)
def test_foreign_names_and_symbols_do_not_make_a_question_foreign(question: str) -> None:
    assert language_of(words(clean(question))) == "en"


@pytest.mark.parametrize(("language", "words_of_topic", "english"), TOPICS)
def test_a_topic_is_read_in_the_words_of_the_record(language: str, words_of_topic: str, english: str) -> None:
    assert read(words_of_topic, language) == english


@pytest.mark.parametrize(("language", "question", "english"), READ_AS)
def test_case_does_not_matter(language: str, question: str, english: str) -> None:
    # "vetó" alone needs its accent, in capitals too.
    assert read(question.upper(), language) == english


@pytest.mark.parametrize(
    ("language", "with_accents", "without"),
    [
        ("fr", "La Hongrie s'est-elle abstenue sur la trêve à Gaza ?", "la hongrie s'est elle abstenue sur la treve a gaza ?"),
        ("es", "¿Cómo votó México la resolución?", "como voto mexico la resolucion?"),
        ("de", "Wie hat Österreich über die Türkei abgestimmt?", "wie hat oesterreich ueber die tuerkei abgestimmt?"),
        ("pt", "Quem não votou na resolução?", "quem nao votou na resolucao?"),
        ("it", "È vero che l'India si è astenuta?", "e vero che l'india si e astenuta?"),
    ],
)
def test_missing_accents_do_not_matter(language: str, with_accents: str, without: str) -> None:
    assert read(without, language) == read(with_accents, language)
    assert language_of(words(clean(without))) == language


def test_an_english_question_comes_back_as_it_is() -> None:
    tokens = words("How did Hungary vote?")
    assert in_english(tokens, "en") == tokens


def test_the_words_of_a_phrase_carry_its_offsets() -> None:
    text = "Vote sur la peine de mort"
    found = [w for w in in_english(words(text), "fr") if w.folded in ("death", "penalty")]
    assert [text[w.start : w.end] for w in found] == ["peine de mort", "peine de mort"]


def test_a_name_of_several_words_keeps_its_words_apart() -> None:
    text = "Los Estados Unidos votaron en contra"
    found = [(w.folded, text[w.start : w.end]) for w in in_english(words(text), "es")]
    assert found[:2] == [("united", "Estados"), ("states", "Unidos")]


def test_a_verb_brought_forward_covers_no_text() -> None:
    text = "Wie hat Ungarn über das Veto abgestimmt?"
    verb = next(w for w in in_english(words(text), "de") if w.folded == "vote")
    assert (verb.text, verb.start, verb.end) == ("", 14, 14)


_GRAMMAR = (
    "wie hat", "haben", "Ungarn", "nicht", "gestimmt", "dass", "und", "über", "gegen", "dafür,", "stimmt", "comment", "la Hongrie",
    "a-t-elle voté", "n'a pas", "contre", "qui", "s'est abstenue", "que", "¿cómo", "no", "votó", "se abstuvo", "España", "en contra?",
    "foi", "o único", "votou", "não", "é", "che", "ha mai", "votato", "l'Italia", "A/RES/79/7", "93-18-65", "2023", "è stata",
    "étaient-ils le seul", "a favor", "igual", "los países de la", "UE", "vota",
)  # fmt: skip

any_text = st.text(max_size=120) | st.lists(
    st.sampled_from(_GRAMMAR),
    max_size=25,
).map(" ".join)


@given(any_text, st.sampled_from(("en", *LANGUAGES)))
def test_offsets_stay_in_the_text_and_never_decrease(text: str, language: str) -> None:
    read_words = in_english(words(text), language)
    for word in read_words:
        assert 0 <= word.start <= word.end <= len(text)
    starts = [w.start for w in read_words]
    assert starts == sorted(starts)


@given(any_text)
def test_any_text_has_a_language(text: str) -> None:
    assert language_of(words(text)) in ("en", *LANGUAGES)


@given(st.lists(st.text(alphabet="abdeimnost", min_size=1, max_size=8), max_size=12), st.sampled_from(LANGUAGES))
def test_reading_twice_gives_the_same(tokens: list[str], language: str) -> None:
    line = tuple(Word(t, t, 9 * i, 9 * i + len(t)) for i, t in enumerate(tokens))
    assert in_english(line, language) == in_english(line, language)


def test_english_questions_of_the_newsroom_are_english() -> None:
    folder = os.environ.get("VOTEDESK_TEST_DATA")
    path = Path(folder).parent / "questions" / "dev.jsonl" if folder else None
    if path is None or not path.is_file():
        pytest.skip("needs questions/dev.jsonl beside the folder that VOTEDESK_TEST_DATA names")
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    read_wrongly = [
        line["question"] for line in lines if (language_of(words(clean(line["question"]))) != "en") != ("lang" in line["tags"])
    ]
    assert read_wrongly == []


def test_small_words_without_a_reading_are_told() -> None:
    # They may turn what is said into its contrary, so that no verdict is safe.
    assert [w.text for w in words_unknown(words("Ungarn stimmte keineswegs gegen das Embargo"), "de")] == ["keineswegs"]
    assert not words_unknown(words("la Hongrie n'a-t-elle pas voté contre l'embargo ?"), "fr")
    assert not words_unknown(words("Hungary did in no way vote against it"), "en")
