"""This module contains the tokeniser: spaCy's for Dutch, without what spaCy loads for networks."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from threading import get_ident
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokenizer import Tokenizer


@lru_cache(maxsize=1)
def tokenizer() -> "Tokenizer":
    """The tokeniser, loaded on first need."""
    with _hidden(
        "torch"
    ):  # wherever it finds that it loads it: seconds and 200 MB, for networks that are not here
        import spacy  # loads slowly, and many commands read no call

        return spacy.blank("nl").tokenizer


class _Hidden(MetaPathFinder):
    """This represents a module that one thread cannot find; another thread may need it at the same moment."""

    def __init__(self, module: str) -> None:
        self._module, self._thread = module, get_ident()

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname == self._module and get_ident() == self._thread:
            raise ModuleNotFoundError(f"{fullname} is not needed here", name=fullname)
        return None


@contextmanager
def _hidden(module: str) -> Iterator[None]:
    finder = _Hidden(module)
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        sys.meta_path.remove(finder)
