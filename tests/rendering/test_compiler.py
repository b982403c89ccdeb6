"""What our compiler makes of a template says what Jinja's own says, of the theme and of whatever else it may meet."""

from collections import defaultdict
from functools import cache
from gettext import NullTranslations

import pytest
from jinja2 import DictLoader, Environment, FileSystemLoader, TemplateAssertionError
from tests.real_site import NOON, ORANGE, OZONE, RED, content_with, real_content

from lantian.build import THEME, plan
from lantian.model.content import Content
from lantian.model.text import LANGUAGES, Language
from lantian.pages.page import Page, Site
from lantian.rendering.engine import engine_of, jinja_options, quicken
from lantian.rendering.voice import TEXTS, Voice

EACH = 3
"""How many pages of a template are compared: the first, which are told apart by what they have or have not."""


def contents() -> dict[str, Content]:
    """Return the site with its drill, and with a warning and an advisory."""
    return {"drill": real_content(), "warned": content_with(ORANGE, RED, OZONE)}


def chosen(site: Site) -> list[Page]:
    """Return some pages of every template; running text is given to its template ready."""
    found: dict[str, list[Page]] = defaultdict(list)
    for page in site.pages:
        found[page.template].append(page)
    return [page for pages in found.values() for page in (*pages[:EACH], pages[-1]) if page.prose is None]


@cache
def by_jinja(language: Language) -> Environment:
    """Return the theme as Jinja itself compiles it, with the same functions."""
    options = {**jinja_options(), "bytecode_cache": None}
    environment = Environment(loader=FileSystemLoader(THEME / "templates"), **options)  # noqa: S701 - it is on
    engine_of(THEME).voice.install(environment, language)
    return environment


@pytest.mark.parametrize("situation", ["drill", "warned"])
def test_every_template_of_the_theme_says_what_jinja_says(situation: str) -> None:
    """Some pages of each template, in both languages, byte for byte."""
    content = contents()[situation]
    site, engine = plan(content, NOON), engine_of(THEME)
    engine.voice.speak_of(site.frame, content.wording)
    pages = chosen(site)
    assert len({page.template for page in pages}) > 45
    for page in pages:
        for language in LANGUAGES:
            engine.voice.turn_to(page, language)
            given = {"page": page, "view": page.shown, "site": site.frame, "language": language}
            ours = engine.template(page.template, language).render(**given)
            assert ours == by_jinja(language).get_template(page.template).render(**given), (page.address, language)


LAYOUT = "<title>{% block title %}{{ _('A & B') }}{% endblock %}</title>{% block main %}{% endblock %}<p>{{ end }}</p>"
MACROS = (
    "{% macro chip(text, sign='<', mark=none) %}<i>{{ sign }}{{ text }}{{ mark or _('none') }}</i>{% endmacro %}"
    "{% macro card(title) %}<h2>{{ title }}</h2>{{ caller() }}{{ chip(title) }}{% endmacro %}"
    "{% macro lined(rows) %}{% for row in rows %}{{ loop.index }}/{{ loop.length }}{% if not loop.last %}"
    "{{ chip(row, mark=row) }}{% endif %}{% else %}{{ _('none') }}{% endfor %}{% endmacro %}"
)
HEAD = "{% extends 'layout' %}{% from 'macros' import chip, card as box, lined %}"
BODIES = (
    "{{ t(said) }}{{ chip(words) }}{{ chip(words, '>') }}",
    "{% call box(words) %}<b>{{ words }}{{ _('A & B') }}</b>{% endcall %}",
    "{{ chip(words) if flag else words }}{{ words if flag else chip(words) }}{{ _('A & B') if flag else '<' }}",
    "{{ '<b>' if flag else 'plain' }}{{ 1 if flag else words }}{{ (_('A & B') if flag else words) ~ words }}",
    "{% set both = chip(words) ~ words %}{{ both }}{{ [words, chip(words)]|join('<') }}{{ lined([words, '&']) }}",
    "{{ lined([]) }}{% for word in words if word != 'x' %}{{ word }}{{ loop.first }}{% endfor %}",
    "{% set made %}<u>{{ words }}</u>{% endset %}{{ made }}{{ chip(made, mark=made) }}{{ _('A & B')|upper }}",
    "{% with x = words %}{{ x }}{{ chip(mark=x, text=x) }}{% endwith %}",
)
PAGES = (
    *(f"{{% block main %}}{body}{{% endblock %}}" for body in BODIES),
    "{% block title %}{{ words }}{% endblock %}{% block main %}{{ end }}{% endblock %}",
    "{% set end = words %}{% block main %}{{ words }}{% endblock %}",
)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("flag", [True, False])
@pytest.mark.parametrize("words", ["<script>&'\"", "蓝天", ""])
def test_whatever_is_text_is_escaped_once(page: str, words: str, *, flag: bool) -> None:
    """Words that look like markup, shown by blocks, macros, callers, choices, sets and loops, as Jinja shows them."""
    loader = DictLoader({"layout": LAYOUT, "macros": MACROS, "page": HEAD + page})
    shown = []
    for quick in (False, True):
        environment = Environment(loader=loader, autoescape=True, extensions=["jinja2.ext.i18n"])
        Voice(engine_of(THEME).voice.assets, {"en": NullTranslations()}).install(environment, "en")
        if quick:
            quicken(environment, TEXTS)
        given = {"words": words, "flag": flag, "end": "<end>", "said": real_content().site.names}
        shown.append(environment.get_template("page").render(**given))
    assert shown[0] == shown[1]
    assert "<script>" not in shown[1]


def test_a_word_of_the_catalog_is_escaped() -> None:
    """A translation is text: what looks like markup in a catalog is shown as it stands there."""
    environment = Environment(autoescape=True, extensions=["jinja2.ext.i18n"])
    Voice(engine_of(THEME).voice.assets, {"zh": NullTranslations()}).install(environment, "zh")
    environment.globals["_"] = {"plain": "<b>"}.__getitem__
    quicken(environment, TEXTS)
    assert environment.from_string("<p>{{ _('plain') }}</p>").render() == "<p>&lt;b&gt;</p>"


@pytest.mark.parametrize(
    ("page", "sentence"),
    [
        ("\n{% include 'macros' %}", "can not be included"),
        ("{% if flag %}\n{% extends 'layout' %}{% endif %}", "at the top of the file"),
        ("\n{% extends words %}", "by its name"),
        ("{% extends 'layout' %}\n{% block main %}{{ super() }}{% endblock %}", "super means nothing"),
        ("{% block main %}{% endblock %}\n{{ self.main() }}", "self means nothing"),
        ("\n{% macro all() %}{{ varargs }}{% endmacro %}", "varargs means nothing"),
    ],
)
def test_what_our_templates_do_not_know_is_refused(page: str, sentence: str) -> None:
    """It is told with its line when the template is loaded, and never half done."""
    loader = DictLoader({"layout": LAYOUT, "macros": MACROS, "page": page})
    environment = Environment(loader=loader, autoescape=True)
    quicken(environment)
    with pytest.raises(TemplateAssertionError, match=sentence) as refused:
        environment.get_template("page")
    assert refused.value.lineno == 2
