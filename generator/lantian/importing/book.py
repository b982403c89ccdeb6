"""Opens a file, whatever it is called: judged first, then read by calamine, one sheet at a time."""

from collections.abc import Mapping, Sequence
from io import BytesIO

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from lantian.importing.archive import Archive
from lantian.importing.extent import Extent
from lantian.importing.fault import RefusedError, Where, refuse
from lantian.importing.ods import inspect_ods
from lantian.importing.sheet import Book, Merge, Sheet
from lantian.importing.sniff import kind_of
from lantian.importing.text_table import open_text
from lantian.importing.xls import inspect_xls
from lantian.importing.xlsx import inspect_xlsx


def open_book(data: bytes, wanted: Sequence[str] = ()) -> Book:
    """Return the sheets of a file: those that are wanted by name, otherwise all that are not hidden.

    RefusedError if the file is no table, is protected, broken, or too much for this machine.
    """
    kind = kind_of(data)
    if kind == "text":
        if wanted:
            raise refuse("no_such_sheet", name=wanted[0], known=())
        return open_text(data)
    if kind == "xls":
        listed, macros = inspect_xls(data)
        book = _opened(data)
        extents = dict(zip(book.sheet_names, listed, strict=False))
        return _book("xls", book, extents, wanted, macros=macros)
    archive = Archive(data)
    extents = inspect_xlsx(archive) if archive.kind == "xlsx" else inspect_ods(archive)
    return _book(archive.kind, _opened(data), extents, wanted, macros=archive.macros)


def _opened(data: bytes) -> CalamineWorkbook:
    try:
        return CalamineWorkbook.from_filelike(BytesIO(data))
    except PasswordError as error:
        raise refuse("password") from error
    except CalamineError as error:
        raise refuse("broken_file", reason=str(error)) from error
    except BaseException as error:
        raise _panic(error) from error


def _book(
    kind: str, book: CalamineWorkbook, extents: Mapping[str, Extent], wanted: Sequence[str], *, macros: bool
) -> Book:
    sheets = {one.name: one for one in book.sheets_metadata if one.typ is SheetTypeEnum.WorkSheet}
    visible = tuple(name for name, one in sheets.items() if one.visible is SheetVisibleEnum.Visible)
    for name in wanted:
        if name not in sheets:
            raise refuse("no_such_sheet", name=name, known=tuple(sheets))
    names = tuple(wanted) or visible
    lost = next((name for name in names if name not in extents), None)
    if lost is not None:  # it lies where a spreadsheet program puts none, so nobody has judged it
        raise refuse("broken_sheet", Where(lost), reason="?")
    read = (_sheet(book, name, extents[name]) for name in names if extents[name].bottom >= 0)
    hidden = tuple(name for name in sheets if name not in visible and name not in names)
    return Book(kind, read, names, macros=macros, hidden=hidden)


def _sheet(book: CalamineWorkbook, name: str, extent: Extent) -> Sheet:
    sheet = _read(book, name)
    told = sheet.merged_cell_ranges
    merges = extent.merges if told is None else [Merge(*first, *last) for first, last in told]
    left = sheet.start[1] if sheet.start is not None else 0
    return Sheet(name, iter(sheet.iter_rows()), left, tuple(merges), extent.marks)


def _read(book: CalamineWorkbook, name: str) -> CalamineSheet:
    try:
        return book.get_sheet_by_name(name)
    except CalamineError as error:
        raise refuse("broken_sheet", Where(name), reason=str(error)) from error
    except BaseException as error:
        raise _panic(error) from error


def _panic(error: BaseException) -> BaseException:
    """A reader in Rust that meets what it did not expect raises what is no Exception."""
    if isinstance(error, (KeyboardInterrupt, SystemExit, MemoryError, RefusedError)):
        return error
    return refuse("broken_file", reason=type(error).__name__)
