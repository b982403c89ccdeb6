"""The templates keep their contract: they read only what they are given, escape everything, need no inline code."""

import ast
import fnmatch
import re
from collections.abc import Iterator
from gettext import NullTranslations
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader, meta, nodes

from lantian.model.text import Text
from lantian.pages.blocks import Fact
from lantian.rendering.assets import Assets
from lantian.rendering.generators import ROOT_PAGES
from lantian.rendering.voice import Voice

ROOT = Path(__file__).resolve().parents[1]
TEMPLATES = ROOT / "theme" / "templates"
PAGES = ROOT / "generator" / "lantian" / "pages"
NAMES = sorted(path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*.html"))
# What the generators hand to a template; a macro is imported without any of it.
GIVEN = {"page", "view", "site", "language", "body"}
# Reviewed: constant drawings of the theme itself; running text of ours that Pelican's Markdown reader made.
SAFE = {"macros/warning.html": 1, "pages/prose.html": 1}
INLINE = re.compile(
    r"""<style\b | \sstyle\s*= | <script\b(?![^>]*\ssrc=) | \son[a-z]+\s*= | javascript:
      | <(?:script|link|img|iframe)\b[^>]*(?:src|href)="(?:https?:)?// """,
    re.VERBOSE | re.IGNORECASE,
)
BY_STEM = {"live", "still"}  # the methods of an edition whose second argument names a template by its stem


@pytest.fixture(scope="module")
def environment() -> Environment:
    """Return an environment as the templates find it at run time."""
    made = Environment(loader=FileSystemLoader(TEMPLATES), extensions=["jinja2.ext.i18n"], autoescape=True)
    Voice(Assets({}, ()), {"zh": NullTranslations()}).install(made, "zh")
    return made


def parsed(environment: Environment, name: str) -> nodes.Template:
    """Return the syntax tree of a template."""
    return environment.parse((TEMPLATES / name).read_text(encoding="utf-8"), name)


def own_names(tree: nodes.Template) -> set[str]:
    """Return what a template imports, defines or sets itself; Jinja's `meta` loses some of it inside blocks."""
    imported = {
        name if isinstance(name, str) else name[1] for node in tree.find_all(nodes.FromImport) for name in node.names
    }
    targets = {
        target.name
        for node in tree.find_all((nodes.Assign, nodes.AssignBlock))
        for target in node.find_all(nodes.Name)
        if target.ctx == "store"
    }
    return imported | targets | {macro.name for macro in tree.find_all(nodes.Macro)}


def named(source: Path) -> Iterator[str]:
    """Yield each template that a module of pages names; what is filled in at run time is a star."""
    calls = [node for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    for call in calls:
        method = call.func.attr if isinstance(call.func, ast.Attribute) else ""
        if method in BY_STEM and isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Name):
            yield f"pages/{pattern(call.args[1])}.html"
        elif isinstance(call.func, ast.Name) and call.func.id == "Page":
            yield from (pattern(word.value) for word in call.keywords if word.arg == "template")


def pattern(node: ast.expr) -> str:
    """Return the string that an expression makes; a star for each part that is not there to read."""
    if isinstance(node, ast.JoinedStr):
        return "".join(pattern(part) for part in node.values)
    return str(node.value) if isinstance(node, ast.Constant) else "*"


@pytest.fixture(scope="module")
def asked() -> set[str]:
    """Return the templates, or patterns of templates, that the pages and the generators ask for."""
    found = {name for source in sorted(PAGES.glob("*.py")) for name in named(source)} - {"pages/*.html"}
    assert found
    return found | {name for _, name in ROOT_PAGES}


def test_every_template_asked_for_exists(asked: set[str]) -> None:
    """Each template that a page names is there."""
    assert not {name for name in asked if not fnmatch.filter(NAMES, name)}


def test_every_template_of_a_page_is_asked_for(environment: Environment, asked: set[str]) -> None:
    """No template of a page is left over: a page asks for it, or another template builds on it."""
    built_on = {other for name in NAMES for other in meta.find_referenced_templates(parsed(environment, name))}
    pages = fnmatch.filter(NAMES, "pages/*")
    assert pages
    assert built_on <= {*NAMES}
    assert not {name for name in pages if name not in built_on and not any(fnmatch.fnmatch(name, one) for one in asked)}


@pytest.mark.parametrize("name", NAMES)
def test_template_reads_only_what_it_is_given(environment: Environment, name: str) -> None:
    """A page reads what the generators hand it and the functions of the voice; a macro only the functions."""
    tree = parsed(environment, name)
    given = set() if name.startswith("macros/") else GIVEN
    assert not meta.find_undeclared_variables(tree) - given - {*environment.globals} - own_names(tree)


@pytest.mark.parametrize("name", NAMES)
def test_template_escapes_everything(environment: Environment, name: str) -> None:
    """No text is taken for markup but in the reviewed places, and no template turns escaping off."""
    tree = parsed(environment, name)
    unescaped = [node for node in tree.find_all(nodes.Filter) if node.name == "safe"]
    assert len(unescaped) == SAFE.get(name, 0)
    assert not list(tree.find_all(nodes.EvalContextModifier))


def test_inline_code_would_be_seen() -> None:
    """The search for inline code finds each kind of it, and nothing in what is allowed."""
    bad = (
        "<style>", '<p style="x">', "<script>", '<p onclick="x">', '<a href="javascript:x">', '<img src="//x.org/a">',
        '<link rel="stylesheet" href="https://x.org/a.css">',
    )  # fmt: skip
    assert not [text for text in bad if not INLINE.search(text)]
    assert not INLINE.search('<script src="{{ asset("js") }}" defer></script><link rel="stylesheet" href="a.css">')


@pytest.mark.parametrize("name", NAMES)
def test_template_holds_no_inline_code(name: str) -> None:
    """No style attribute, no inline style or script, nothing loaded from elsewhere: the policy forbids it."""
    source = re.sub(r"\{#.*?#\}", "", (TEMPLATES / name).read_text(encoding="utf-8"), flags=re.DOTALL)
    assert not INLINE.findall(source)


def test_words_that_stay_chinese_are_marked_as_chinese(environment: Environment) -> None:
    """A document number behind a fact is read aloud as Chinese on English pages, too; no other fact has a mark."""
    words = Text(zh="文号", en="document number")
    macro = '{% from "macros/table.html" import facts %}{{ facts([fact], false) }}'
    shown = [environment.from_string(macro).render(fact=Fact(words, words, native=native)) for native in ("1号", "")]
    assert [' <span lang="zh-CN">1号</span></dd>' in one for one in shown] == [True, False]
    assert [one.count("<span") for one in shown] == [1, 0]
