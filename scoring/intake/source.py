"""This module contains a file as it lies there: bytes, text or JSON, and whether it is safe to open."""

import hashlib
import io
import json
import zipfile
from pathlib import Path

from scoring.errors import InputError
from scoring.intake.encoding import decode
from scoring.record import Record

MAX_BYTES = 50 * 1024 * 1024
MAX_UNZIPPED = 100 * 1024 * 1024
MAX_RATIO = 200
MAX_PARTS = 5000

_FOREIGN = (
    (b"%PDF", "een pdf. Sla het gesprek op als Word-bestand (.docx) of als tekst (.txt)"),
    (
        b"\xd0\xcf\x11\xe0",
        "een oud of beveiligd Office-bestand. Sla het zonder wachtwoord op als .docx of .xlsx",
    ),
    (b"{\\rtf", "een rtf-bestand. Sla het op als Word-bestand (.docx) of als tekst (.txt)"),
    (b"\x89PNG", "een afbeelding. Klankbord leest alleen tekst en geluid"),
    (b"\xff\xd8\xff", "een afbeelding. Klankbord leest alleen tekst en geluid"),
    (b"MZ", "een programma. Klankbord leest alleen tekst en geluid"),
    (b"\x1f\x8b", "een ingepakt bestand. Pak het eerst uit"),
)
_PAGES = ("<!doctype html", "<html", "<?xml")


class Source(Record):
    """This represents a file read from disk: `text`, `tree` of JSON, `parts` of a zip."""

    path: Path
    digest: str
    data: bytes = b""
    text: str = ""
    tree: object = None
    parts: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """The file's name alone; folders may tell too much."""
        return self.path.name

    @property
    def suffix(self) -> str:
        """The extension in lower case, with its dot."""
        return self.path.suffix.lower()

    def refuse(self, problem: str) -> InputError:
        """An error that names the file and says what is wrong."""
        return InputError(f"{self.name}: {problem}")


def refuse_absent(path: Path) -> None:
    """Raises InputError when there is no file here, or an empty one."""
    try:
        size = path.stat().st_size
    except OSError as error:
        raise InputError(f"{path.name}: dit bestand is er niet of mag niet worden geopend.") from error
    if not path.is_file():
        raise InputError(f"{path.name}: dit is geen bestand. Kies een bestand met een gesprek.")
    if size == 0:
        raise InputError(f"{path.name}: dit bestand is leeg. Exporteer of kopieer het gesprek opnieuw.")


def digest_of(path: Path) -> str:
    """The first 16 hex digits of the SHA-256 of a file's content: the id of the call."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()[:16]
    except OSError as error:
        raise InputError(
            f"{path.name}: dit bestand kan niet worden geopend. Sluit andere programma's."
        ) from error


def open_source(path: Path) -> Source:
    """Calling this reads a transcript file whole, after checks on size and kind; raises InputError."""
    refuse_absent(path)
    if path.stat().st_size > MAX_BYTES:
        raise InputError(f"{path.name}: dit bestand is groter dan 50 MB; dat is geen gesprek. Splits het op.")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(
            f"{path.name}: dit bestand kan niet worden geopend. Sluit andere programma's."
        ) from error
    source = Source(path=path, digest=hashlib.sha256(data).hexdigest()[:16], data=data)
    for magic, advice in _FOREIGN:
        if data.startswith(magic):
            raise source.refuse(f"dit is {advice}.")
    if data.startswith(b"PK\x03\x04"):
        return source.model_copy(update={"parts": _parts(source)})
    return _as_text(source)


def _as_text(source: Source) -> Source:
    text = decode(source.data)
    if text is None:
        raise source.refuse("dit is geen tekst en geen geluid dat Klankbord kent. Kies een ander bestand.")
    if not text.strip():
        raise source.refuse("dit bestand is leeg. Exporteer of kopieer het gesprek opnieuw.")
    if text.lstrip()[:20].lower().startswith(_PAGES):
        raise source.refuse(
            "dit is een webpagina of XML. Sla het gesprek op als tekst (.txt) of Word (.docx)."
        )
    return source.model_copy(update={"text": text, "tree": _tree(source, text)})


def _tree(source: Source, text: str) -> object:
    """The JSON in the text, None when it is no JSON: a line of plain text may start with `[00:12]`."""
    start = text.lstrip()[:1]
    if start not in ("{", "[") and source.suffix != ".json":
        return None
    try:
        tree = json.loads(text)
        lone = "\\ud" in text.lower()  # half a character, written as an escape, cannot be stored
        return json.loads(json.dumps(tree, ensure_ascii=False).encode("utf-8", "replace")) if lone else tree
    except json.JSONDecodeError as error:
        if start == "[" and source.suffix != ".json":
            return None
        raise source.refuse(_json_problem(text, error)) from None
    except (RecursionError, ValueError):
        raise source.refuse("deze JSON is niet te lezen. Exporteer het gesprek opnieuw.") from None


def _json_problem(text: str, error: json.JSONDecodeError) -> str:
    cut_off = error.msg.startswith("Unterminated") or error.pos >= len(text.rstrip())
    if cut_off and text.lstrip()[:1] in ("{", "["):
        return "dit bestand is afgebroken: het einde ontbreekt. Exporteer of kopieer het opnieuw."
    return (
        f"regel {error.lineno}, teken {error.colno}: dit is geen geldige JSON. Exporteer het gesprek opnieuw."
    )


def _parts(source: Source) -> frozenset[str]:
    """The names in a zip, refused when unpacking would swamp the machine."""
    try:
        with zipfile.ZipFile(io.BytesIO(source.data)) as packed:
            infos = packed.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise source.refuse("dit bestand is beschadigd of afgebroken. Sla het opnieuw op.") from error
    total = sum(info.file_size for info in infos)
    absurd = total > MAX_UNZIPPED or (total > 10_000_000 and total > MAX_RATIO * len(source.data))
    if absurd or len(infos) > MAX_PARTS:
        raise source.refuse("dit bestand wordt bij het uitpakken veel te groot. Sla alleen het gesprek op.")
    return frozenset(info.filename for info in infos)
