"""The rules about texts, one by one, where their cases do not say enough."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scalecheck.lint.finder import Finder
from scalecheck.lint.rule import Reads
from scalecheck.lint.rules.reading import READING
from scalecheck.lint.rules.texts import TEXTS
from scalecheck.lint.subject import Subject
from scalecheck.lint.text_languages import reads_as
from scalecheck.source.document import parse
from scalecheck.source.shelf import Shelf

RULES = {rule.code: rule for rule in (*TEXTS, *READING)}
NB = "\u00a0"


def look(code, text):
    document = parse(text.encode(), "f.yaml")
    subject = Subject(document, None, Finder(Shelf()), is_sound=False)
    return list(RULES[code].find(subject))


def facts(code, text):
    return [dict(one.facts) for one in look(code, text)]


def pair(fr, en):
    return f"languages: [fr, en]\ntitle:\n  fr: {fr!r}\n  en: {en!r}\n".replace("\\xa0", NB)


def is_found(code, fr, en):
    return bool(look(code, pair(fr, en)))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le besoin est décrit dans le milieu.", "fr"),
        ("The need is described in the setting.", "en"),
        ("L’équipe qu’elle a formée s’agrandit", "fr"),
        ("Comité de suivi", ""),
        ("Guide d’implantation", ""),
        ("Le rapport “The state of the art”", ""),
        ("Leadership, coaching, design thinking", ""),
        ("", ""),
    ],
)
def test_a_language_is_told_only_where_it_is_plain(text, language):
    assert reads_as(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "Budget participatif",
        "TRL 4",
        "Abitibi-Témiscamingue",
        "Fondation Lucie et André de la Rivière",
        "Wikipédia, CC-BY-4.0",
        "Guide, protocole, transmission, documentation",
    ],
)
def test_names_and_cognates_may_be_the_same_in_both_languages(text):
    assert not is_found("untranslated-text", text, text)


def test_a_text_that_differs_by_a_space_is_still_untranslated():
    text = "Les personnes du milieu décrivent le besoin"
    assert is_found("untranslated-text", text, f"{text} ")


def test_a_quotation_in_the_other_language_is_no_wrong_language():
    fr = "Voir « The state of the field », qui est le rapport."
    assert not is_found("wrong-language", fr, "See the report.")


def test_swapped_texts_are_not_told_twice():
    text = pair("The need is described by the team.", "Le besoin est décrit par une équipe.")
    assert len(look("swapped-languages", text)) == 1
    assert look("wrong-language", text) == []
    assert look("untranslated-text", text) == []


@pytest.mark.parametrize(
    ("fr", "en"),
    [
        ("{n} critères", "{n} criteria"),
        ("{{ nom }} et %s", "%s and {{nom}}"),
        (f"50{NB}% selon le cas", "50% so far"),
        ("Un ensemble {a, b}", "A set"),
        ("{n} fois {n}", "{n} times"),
    ],
)
def test_placeholders_that_agree(fr, en):
    assert not is_found("placeholders-differ", fr, en)


@pytest.mark.parametrize(
    ("fr", "en", "name"),
    [
        ("{n} critères", "{m} criteria", "{n}"),
        ("%s critères", "criteria", "%s"),
        ("{{ nom }}", "the name", "{{nom}}"),
        ("%(nom)s dit", "says", "%(nom)s"),
    ],
)
def test_placeholders_that_differ(fr, en, name):
    assert facts("placeholders-differ", pair(fr, en))[0]["name"] == name


@pytest.mark.parametrize(
    "fr",
    [
        "L'étape : 5% d'abord; voir ci-dessous : rien",
        "Un « mot » et des “mots”",
        'Un tuyau de 12" de long',
        "Point 5.10, version 1.2",
        '`id: "a"` et `b`',
        'a="b"',
        "Coût de 1.500.000 $",
    ],
)
def test_what_a_report_sets_right_is_no_fault_of_typography(fr):
    assert not is_found("french-typography", fr, "x")


@pytest.mark.parametrize(
    ("fr", "better"),
    [
        ('Un "mot" juste', f"«{NB}mot{NB}»"),
        ('("deux mots")', f"«{NB}deux mots{NB}»"),
        ("Plus de 2.5 % du total", "2,5"),
        (f"Environ 1.5{NB}M$", "1,5"),
    ],
)
def test_what_no_report_can_set_right_is(fr, better):
    assert facts("french-typography", pair(fr, "x"))[0]["better"] == better


@pytest.mark.parametrize(
    "words",
    [
        "L’innovation; Île-d’Orléans; I. Tremblay",
        "créée, réélue, agréées, Noël, maïs, zoo",
        "Niveau III; www.exemple.org; XXX",
        "Coût : 5 €; l’œuvre; São Paulo",
        "PIÈCE I’",
    ],
)
def test_sound_french_is_no_debris(words):
    assert not is_found("ocr-debris", words, "x")


@pytest.mark.parametrize(
    "words",
    ["dans I’innovation", "1'équipe", "bénéﬁce", "rÃ©ponse", "dâ€™essai", "a\ufffdb"],
)
def test_debris_is_found(words):
    assert is_found("ocr-debris", words, "x")


def test_english_may_say_i():
    assert not is_found("ocr-debris", "x", "I’ve said I'd do it")


@pytest.mark.parametrize(
    "words",
    ["TODO", "À compléter", "xxx", "…", "...", "-", "[à traduire] Le titre", "TODO: a", "TBD."],
)
def test_unfinished_texts_are_found(words):
    assert is_found("placeholder-text", words, "A text")


@pytest.mark.parametrize(
    "words",
    ["À compléter avec le milieu", "Todo el mundo", "Fiche à remplir", "A…", "5", "Est-ce fait?"],
)
def test_finished_texts_are_not(words):
    assert not is_found("placeholder-text", words, "A text")


def test_a_level_may_be_called_to_be_confirmed():
    assert look("placeholder-text", "label: {fr: À confirmer, en: To be confirmed}\n") == []
    assert look("placeholder-text", 'label: {fr: "-", en: "–"}\n') == []
    assert len(look("placeholder-text", 'label: {fr: "…", en: "..."}\n')) == 2
    assert len(look("placeholder-text", "label: {fr: TODO, en: Held}\n")) == 1


@pytest.mark.parametrize(
    ("fr", "en"),
    [
        ("Les milieux preneurs et les partenaires", "Settings and partners"),
        ("Les partenaires", "The partners"),
        ("La grille", "The grid"),
        ("La mise à l’échelle", "Scaling and growth"),
        ("La mise à l’échelle", "Making it larger"),
    ],
)
def test_a_term_is_told_only_when_it_leads_astray(fr, en):
    assert not is_found("term-translated-otherwise", fr, en)


@pytest.mark.parametrize(
    ("fr", "en", "got"),
    [
        ("Le milieu preneur", "The partner", "partner"),
        ("La mise à l'échelle", "The rollout", "rollout"),
        ("Une grille de maturité", "A maturity grid", "grid"),
        ("Les parties prenantes", "The shareholders", "shareholder"),
    ],
)
def test_a_term_that_leads_astray_is_told(fr, en, got):
    assert facts("term-translated-otherwise", pair(fr, en))[0]["got"] == got


VALUES = st.recursive(
    st.sampled_from(["x", "", "5.10", "No", "« a »", "{n}", "12 mois", 'Un "mot"', "I’a", "…"]),
    lambda below: (
        st.lists(below, max_size=3)
        | st.dictionaries(
            st.sampled_from(["fr", "en", "title", "anchors", "advice", "source", "x-a", "id", "1"]),
            below,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@settings(max_examples=200, deadline=None)
@given(VALUES, st.sampled_from(["fr", "[fr, en]", "{a: b}", "[[fr]]"]))
def test_rules_that_read_a_document_answer_whatever_is_in_it(value, languages):
    import json

    text = f"languages: {languages}\nbody: {json.dumps(value, ensure_ascii=False)}\n"
    for code, rule in RULES.items():
        if rule.reads is Reads.DOCUMENT:
            look(code, text)
