"""A question of another language goes in, the reply comes out in it: whole path, on the starter and the small official record."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.desk import Desk, Turn
from bot.reply import Reply
from bot.translation import LANGUAGES, TRANSLATED
from tests.bot.conftest import TODAY, Ask

FIXED = "\N{NO-BREAK SPACE}"
PEACE = "Advancing a comprehensive, just and lasting peace in Ukraine"

# language, question, how the text begins
ON_THE_STARTER_RECORD = (
    (
        "fr",
        "Comment la Hongrie a-t-elle voté sur ES-11/7 ?",
        f"Hongrie : contre. Vote sur « {PEACE} » (A/RES/ES-11/7, Assemblée générale, 24 février 2025), texte adopté (93-18-65).",
    ),
    (
        "es",
        "¿Cómo votó Hungría en la ES-11/7?",
        f"Hungría: en contra. Votación sobre «{PEACE}» (A/RES/ES-11/7, Asamblea General, 24 de febrero de 2025), texto aprobado (93-18-65).",
    ),
    (
        "de",
        "Wie hat Ungarn über ES-11/7 abgestimmt?",
        f"Ungarn: Nein. Abstimmung über „{PEACE}“ (A/RES/ES-11/7, Generalversammlung, 24. Februar 2025), Text angenommen (93-18-65).",
    ),
    (
        "pt",
        "Como a Hungria votou na ES-11/7?",
        f"Hungria: contra. Votação sobre “{PEACE}” (A/RES/ES-11/7, Assembleia Geral, 24 de fevereiro de 2025), texto adotado (93-18-65).",
    ),
    (
        "it",
        "Come ha votato l'Ungheria sulla ES-11/7?",
        f"Ungheria: contro. Votazione su «{PEACE}» (A/RES/ES-11/7, Assemblea generale, 24 febbraio 2025), testo adottato (93-18-65).",
    ),
    (
        "fr",
        "Qui a voté contre ES-11/7 ?",
        "Contre (18) : Biélorussie, Burkina Faso, Burundi, Corée du Nord, Érythrée, États-Unis, Guinée équatoriale,",
    ),
    (
        "es",
        "¿Quién votó en contra de la ES-11/7?",
        "En contra (18): Bielorrusia, Burkina Faso, Burundi, Corea del Norte, Eritrea,",
    ),
    ("de", "Wer stimmte gegen ES-11/7?", "Dagegen (18): Äquatorialguinea, Belarus, Burkina Faso, Burundi,"),
    ("pt", "Quem votou contra a ES-11/7?", "Contra (18): Bielorrússia, Burquina Faso"),
    ("it", "Chi ha votato contro la ES-11/7?", "Contro (18): Bielorussia"),
    (
        "fr",
        "La résolution 2774 du Conseil de sécurité a-t-elle été adoptée ?",
        "« Imploring a swift end to the conflict between Ukraine and the Russian Federation » (S/RES/2774(2025), Conseil de sécurité, 24 février 2025) : texte adopté ; 10 pour, 0 contre, 5 abstentions, 0 non participants. Il fallait 9 votes pour et aucun veto.",
    ),
    (
        "es",
        "¿Fue aprobada la S/RES/2774?",
        "«Imploring a swift end to the conflict between Ukraine and the Russian Federation» (S/RES/2774(2025), Consejo de Seguridad, 24 de febrero de 2025): texto aprobado; 10 a favor, 0 en contra, 5 abstenciones, 0 no votantes. Necesitaba 9 votos a favor y ningún veto.",
    ),
    (
        "de",
        "Wurde S/RES/2774 angenommen?",
        "„Imploring a swift end to the conflict between Ukraine and the Russian Federation“ (S/RES/2774(2025), Sicherheitsrat, 24. Februar 2025): Text angenommen; 10 dafür, 0 dagegen, 5 Enthaltungen, 0 nicht abgestimmt. Nötig waren 9 Ja-Stimmen und kein Veto.",
    ),
    (
        "pt",
        "A S/RES/2774 foi adotada?",
        "“Imploring a swift end to the conflict between Ukraine and the Russian Federation” (S/RES/2774(2025), Conselho de Segurança, 24 de fevereiro de 2025): texto adotado; 10 a favor",
    ),
    (
        "it",
        "La S/RES/2774 è stata adottata?",
        "«Imploring a swift end to the conflict between Ukraine and the Russian Federation» (S/RES/2774(2025), Consiglio di sicurezza, 24 febbraio 2025): testo adottato; 10 a favore",
    ),
    ("fr", "La Hongrie a-t-elle voté pour ES-11/7 ?", "Non. Hongrie : contre."),
    ("es", "¿Votó Hungría a favor de la ES-11/7?", "No. Hungría: en contra."),
    ("de", "Hat Ungarn für ES-11/7 gestimmt?", "Das stimmt nicht. Ungarn: Nein."),
    ("de", "Hat Ungarn gegen ES-11/7 gestimmt?", "Das stimmt. Ungarn: Nein."),
    ("pt", "A Hungria votou contra a ES-11/7?", "Sim. Hungria: contra."),
    ("it", "L'Ungheria ha votato contro la ES-11/7?", "Sì. Ungheria: contro."),
    (
        "fr",
        "La Hongrie et la Slovaquie ont-elles voté de la même façon sur ES-11/7 ?",
        "Non. Votes différents. Hongrie : contre ; Slovaquie : pour.",
    ),
    (
        "es",
        "¿Votaron Hungría y Eslovaquia lo mismo en la ES-11/7?",
        "No. Votos diferentes. Hungría: en contra; Eslovaquia: a favor.",
    ),
    (
        "de",
        "Haben Ungarn und die Slowakei bei ES-11/7 gleich abgestimmt?",
        "Das stimmt nicht. Unterschiedliche Stimmen. Ungarn: Nein; Slowakei: Ja.",
    ),
    (
        "pt",
        "A Hungria e a Eslováquia votaram da mesma forma na ES-11/7?",
        "Não. Hungria: contra; Eslováquia: a favor.",
    ),
    (
        "it",
        "Ungheria e Slovacchia hanno votato allo stesso modo sulla ES-11/7?",
        "No. Ungheria: contro; Slovacchia: a favore.",
    ),
    (
        "fr",
        "Comment la Corée a-t-elle voté sur ES-11/7 ?",
        "« Corée » peut désigner : Corée du Sud ou Corée du Nord. De quel État parlez-vous ?",
    ),
    ("es", "¿Cómo votó Corea en la ES-11/7?", "«Corea» puede ser: Corea del Sur o Corea del Norte. ¿A qué Estado se refiere?"),
    ("de", "Wie hat Korea über ES-11/7 abgestimmt?", "„Korea“ kann heißen: Südkorea oder Nordkorea. Welchen Staat meinen Sie?"),
    ("pt", "Como votou a Coreia na ES-11/7?", "“Coreia” pode ser: Coreia do Sul ou Coreia do Norte. A que Estado se refere?"),
    (
        "it",
        "Come ha votato la Corea sulla ES-11/7?",
        "«Corea» può indicare: Corea del Sud o Corea del Nord. Quale Stato intende?",
    ),
    ("fr", "Comment le Kosovo a-t-il voté sur ES-11/7 ?", "Kosovo : pas membre de l'ONU, donc aucun vote."),
    ("de", "Wie hat Ungarn über A/RES/99/9 abgestimmt?", "A/RES/99/9 ist nicht im Datenbestand."),
    ("pt", "Como votou o Brasil na resolução sobre baleias?", "Nenhuma votação registrada sobre “baleias” foi encontrada."),
    ("de", "Wie hat Ungarn am 30. Februar 2025 abgestimmt?", "„30. Februar 2025“ ist kein Datum."),
    ("it", "Com'è andato il voto della terza commissione sul nazismo?", "Era una votazione in commissione."),
    ("es", "¿Cuántas veces votó Hungría en contra en 2024?", "El pequeño registro inicial que trae VoteDesk es una selección"),
    ("fr", "bonjour", "Posez une question sur un vote à l'ONU"),
    ("de", "Hilfe", "Fragen Sie nach einer Abstimmung"),
)

ON_THE_OFFICIAL_RECORD = (
    (
        "fr",
        "Comment la Hongrie a-t-elle voté sur A/RES/79/301 ?",
        "« Harbour pilots » (A/RES/79/301, Assemblée générale, 16 décembre 2024) : texte adopté sans vote ; aucune position n'a été consignée (Hongrie non plus).",
    ),
    (
        "es",
        "¿Cómo votó Hungría en la A/RES/79/302?",
        "«Tide tables» (A/RES/79/302, Asamblea General, 16 de diciembre de 2024): texto aprobado en votación no registrada; posición desconocida: Hungría.",
    ),
    (
        "de",
        "Wie haben die USA über A/RES/74/101 abgestimmt?",
        "Vereinigte Staaten: keine Stimme abgegeben (als „nicht abgestimmt“ verzeichnet). Abstimmung über „Protection of whales in the high seas“",
    ),
    ("pt", "Como o Reino Unido votou na A/RES/2500(XXIV)?", "Reino Unido: abstenção."),
    ("it", "Come ha votato l'Unione Sovietica sulla A/RES/2500(XXIV)?", "URSS: contro."),
    (
        "de",
        "Wie oft hat Ungarn 2023 mit Nein gestimmt?",
        "Ungarn: Nein einmal (Generalversammlung, 2 Abstimmungen, 10. Dezember 2023).",
    ),
    (
        "fr",
        "Comment la Suisse a-t-elle voté sur A/RES/2500(XXIV) ?",
        "Suisse : pas de siège le 20 novembre 1970 (Assemblée générale), donc aucun vote.",
    ),
)


def asked(desk: Desk, question: str, *thread: str) -> Turn:
    turn = None
    for each in (*thread, question):
        turn = desk.ask(each, turn.conversation, TODAY) if turn else desk.ask(each, today=TODAY)
    assert turn is not None
    return turn


def plain_blanks(text: str) -> str:
    return text.replace(FIXED, " ")


@pytest.mark.parametrize(("language", "question", "begins"), ON_THE_STARTER_RECORD)
def test_a_reply_is_in_the_language_of_its_question(language: str, question: str, begins: str, starter_desk: Desk) -> None:
    turn = asked(starter_desk, question)
    assert plain_blanks(turn.reply.text)[: len(begins)] == begins
    assert turn.card.language == language


@pytest.mark.parametrize(("_language", "question", "begins"), ON_THE_OFFICIAL_RECORD)
def test_the_same_of_what_only_official_files_hold(_language: str, question: str, begins: str, ask_official: Ask) -> None:
    assert plain_blanks(ask_official(question).text)[: len(begins)] == begins


# English words that none of the five languages has.
ENGLISH = re.compile(
    r"\b(?:the|of|and|with|was|were|which|voted|against|yes|adopted|abstained|member|states?|source|ask|also|assumed)\b"
)
IN_QUOTES = re.compile("«[^»]*»|„[^“]*“|“[^”]*”")
OF_THE_RECORD = re.compile(r"(?m)^(?:Source|Fuente|Quelle|Fonte) ?:.*$|[AS]/RES/[^ ]+: .*$|^[^|\n]*\|.*$")


@pytest.mark.parametrize(("language", "question", "_begins"), ON_THE_STARTER_RECORD)
def test_no_english_is_left_but_titles_and_what_the_source_says(
    language: str, question: str, _begins: str, starter_desk: Desk
) -> None:
    text = IN_QUOTES.sub("", plain_blanks(asked(starter_desk, question).reply.text))
    allowed = {"was"} if language == "de" else set()
    assert set(ENGLISH.findall(OF_THE_RECORD.sub("", text))) - allowed == set()


WHOLE = """\
Hongrie : pour. Vote sur « Situation of human rights in the temporarily occupied territories of Ukraine, including the Autonomous Republic of … » (A/RES/80/223, Assemblée générale, 18 décembre 2025), texte adopté (79-16-73).
2025-12-18 | A/RES/80/223 | Hongrie | ✓ pour | 79-16-73
Remarque : Réponse fondée sur le petit relevé de départ livré avec VoteDesk. Pour le relevé complet, téléchargez les fichiers officiels de la Bibliothèque numérique de l'ONU, puis lancez : votedesk import FILE...
Hypothèse : Aucun vote n'a été précisé : voici ceux du dernier jour de scrutin dans la base, le 18 décembre 2025.
Vous pouvez aussi demander : Hongrie : quel vote le 15 décembre 2025 ? | Hongrie : quel vote le 12 décembre 2025 ? | Hongrie : quel vote le 10 décembre 2025 ?
Source : UN Digital Library, voting record 4096569, https://digitallibrary.un.org/record/4096569, données jusqu'au 2025-12-18"""


def test_a_whole_reply_in_french(starter_desk: Desk) -> None:
    assert plain_blanks(asked(starter_desk, "Comment la Hongrie a-t-elle voté ?").reply.text) == WHOLE


@pytest.mark.parametrize(
    ("thread", "question", "language"),
    [
        ("Comment la Hongrie a-t-elle voté sur ES-11/7 ?", "ES-11/1 ?", "fr"),
        ("Comment la Hongrie a-t-elle voté sur ES-11/7 ?", "Ukraine?", "fr"),
        ("Wie hat Ungarn über ES-11/7 abgestimmt?", "2016?", "de"),
        ("Wie hat Ungarn über ES-11/7 abgestimmt?", "and how did Slovakia vote?", "en"),
        ("how did Hungary vote on ES-11/7?", "ES-11/1?", "en"),
        ("how did Hungary vote on ES-11/7?", "et la Slovaquie ?", "fr"),
    ],
)
def test_a_follow_up_too_short_to_tell_keeps_the_language_of_the_thread(
    thread: str, question: str, language: str, starter_desk: Desk
) -> None:
    assert asked(starter_desk, question, thread).card.language == language


def test_a_reader_may_choose_the_language_of_the_reply(starter_desk: Desk) -> None:
    turn = starter_desk.ask("how did Hungary vote on ES-11/7?", today=TODAY, language="it")
    assert turn.reply.text.startswith("Ungheria: contro.")
    assert starter_desk.ask("Qui a voté contre ES-11/7 ?", today=TODAY, language="en").reply.text.startswith("18 voted against")


@pytest.mark.parametrize("language", TRANSLATED)
def test_only_words_differ_between_the_languages(language: str, starter_desk: Desk) -> None:
    worded = {"text", "assumptions", "notes", "suggestions", "choices"}
    for question in ("how did Hungary vote?", "who abstained on ES-11/7?", "how did Korea vote on ES-11/7?", "votes on Cuba"):
        english, other = (starter_desk.ask(question, today=TODAY, language=one).reply for one in ("en", language))
        assert other.model_dump(exclude=worded) == english.model_dump(exclude=worded)


CHOOSE = (
    ("fr", "Qui a voté contre la résolution sur l'Ukraine du 24 février 2025 ?"),
    ("es", "¿Quién votó en contra de la resolución sobre Ucrania del 24 de febrero de 2025?"),
    ("de", "Wer stimmte am 24. Februar 2025 gegen die Ukraine-Resolution?"),
    ("pt", "Quem votou contra a resolução sobre a Ucrânia em 24 de fevereiro de 2025?"),
    ("it", "Chi ha votato contro la risoluzione sull'Ucraina del 24 febbraio 2025?"),
    ("fr", "La Hongrie a-t-elle voté contre la résolution sur l'Ukraine du 24 février 2025 ?"),
    ("es", "¿Votó Hungría en contra de la resolución sobre Ucrania del 24 de febrero de 2025?"),
    ("de", "Hat Ungarn am 24. Februar 2025 gegen die Ukraine-Resolution gestimmt?"),
    ("pt", "A Hungria votou contra a resolução sobre a Ucrânia em 24 de fevereiro de 2025?"),
    ("it", "L'Ungheria ha votato contro la risoluzione sull'Ucraina del 24 febbraio 2025?"),
)


@pytest.mark.parametrize(("language", "question"), CHOOSE)
def test_a_choice_asked_again_gives_its_reading_in_the_same_language(language: str, question: str, starter_desk: Desk) -> None:
    reply = asked(starter_desk, question).reply
    assert reply.status == "choose"
    for choice in reply.choices:
        again = asked(starter_desk, choice.question)
        assert [call.symbol for call in again.reply.roll_calls] == [choice.roll_call]
        assert again.card.language == language
        assert len(choice.question) <= 100


@pytest.mark.parametrize("language", TRANSLATED)
def test_what_is_suggested_works(language: str, starter_desk: Desk) -> None:
    for question in ("how did Hungary vote?", "how did Hungary and Slovakia vote?", "help"):
        for suggested in starter_desk.ask(question, today=TODAY, language=language).reply.suggestions:
            again = asked(starter_desk, suggested)
            assert (again.reply.status in ("answered", "choose", "not_found"), again.card.language) == (True, language)
            assert again.reply.intent in ("position", "roll_call", "verify", "search")


@settings(max_examples=60, deadline=None)
@given(st.sampled_from([question for _, question, _ in ON_THE_STARTER_RECORD]), st.sampled_from(LANGUAGES), st.text(max_size=12))
def test_any_question_has_a_reply_in_any_language(starter_desk: Desk, question: str, language: str, noise: str) -> None:
    turn = starter_desk.ask(f"{question} {noise}", today=TODAY, language=language)
    assert turn.reply.text.strip()
    assert turn.card.language == language


def test_several_questions_are_answered_each_in_its_language(starter_desk: Desk) -> None:
    reply: Reply = asked(starter_desk, "Qui a voté contre ES-11/7 ?\nhow did Norway vote on ES-11/7?").reply
    assert reply.text.startswith("Contre (18)")
    assert "Norway voted yes" in reply.text
