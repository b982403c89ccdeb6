"""The quick ways of the engine give what the library's own ways give."""

from posixpath import relpath

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, StrictUndefined, UndefinedError
from markupsafe import Markup, escape

from lantian.rendering.assets import Assets
from lantian.rendering.engine import quicken
from lantian.rendering.template import shown
from lantian.rendering.voice import Voice, way

STEPS = st.lists(st.sampled_from(["zh", "en", "a", "b", "c.html", "", ".", ".."]), max_size=5).map("/".join)


@given(STEPS, STEPS)
def test_the_way_is_that_of_the_library(target: str, folder: str) -> None:
    """Between any two addresses the way is the one that the standard library finds."""
    assert way(target, folder) == relpath(target or ".", folder or ".")


FOLDERS = st.lists(st.sampled_from(["zh", "en", "a", "b-c"]), max_size=5)


@given(FOLDERS, FOLDERS)
def test_the_link_is_the_way(target: list[str], folder: list[str]) -> None:
    """A link from a page to a folder is the way of the library, with a slash behind it."""
    voice = Voice(Assets({}, ()), {}, folder="/".join(folder))
    there, here = "/".join(target), "/".join(folder)
    assert voice.data_href(f"{there}/" if there else "") == f"{relpath(there or '.', here or '.')}/"
    assert voice.data_href("static/a.1.css") == relpath("static/a.1.css", here or ".")


@given(st.one_of(st.text(), st.text().map(Markup), st.integers(), st.none()))
def test_what_is_shown_is_escaped(value: object) -> None:
    """Text is escaped, markup stays, at the first time and at the second."""
    assert [shown(value), shown(value)] == [escape(value)] * 2
    assert isinstance(shown(value), Markup)


def test_equal_text_and_markup_are_told_apart() -> None:
    """The same signs as text and as markup are equal to Python, but only the text is escaped."""
    assert [shown("<b>"), shown(Markup("<b>")), shown("<b>")] == ["&lt;b&gt;", "<b>", "&lt;b&gt;"]


TEMPLATES = (
    (
        "{% macro one(x) %}<i>{{ x }}</i>{% endmacro %}{{ one('<') }}"
        "{% macro two(x=1) %}{{ x }}{{ caller('>') }}{% endmacro %}{% call(y) two(2) %}&{{ y }}{% endcall %}"
    ),
    "{% for x in 'a<' %}{{ loop.index }}{{ loop.cycle('<', '>') }}{{ x.upper() }}{% endfor %}",
    "{% set x %}<b>{{ '<' }}</b>{% endset %}{{ x }}{{ x ~ '<' }}{{ ['<', x]|join }}{{ '<'|safe }}",
    "{{ range(3)|list }}{{ dict(a='<')['a'] }}{{ joiner('<')() }}",
)


@pytest.mark.parametrize("text", TEMPLATES)
def test_templates_say_the_same(text: str) -> None:
    """Macros, callers, loops, methods and blocks come out as with Jinja's own classes."""
    plain, quick = (Environment(autoescape=True, undefined=StrictUndefined) for _ in range(2))
    quicken(quick)
    assert quick.from_string(text).render() == plain.from_string(text).render()


def test_an_unknown_name_is_an_error() -> None:
    """What does not exist can not be called or shown."""
    environment = Environment(autoescape=True, undefined=StrictUndefined)
    quicken(environment)
    for text in ("{{ nobody }}", "{{ nobody() }}"):
        with pytest.raises(UndefinedError, match="'nobody' is undefined"):
            environment.from_string(text).render()
