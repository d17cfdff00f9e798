"""Metadata: from the file name, from metadata.csv, from the content and typed in; the last one said wins."""

from datetime import datetime

import pytest

from scoring.errors import InputError, SettingsError
from scoring.intake import Metadata, read
from scoring.settings import Settings

TEXT = "Medewerker: Goedemorgen.\nBeller: Hallo.\n"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("2026-03-14_uit_Balie_MW-12.txt", (datetime(2026, 3, 14), "out", "Balie", "MW-12")),
        ("20260314T1030_in_KCC_A7.txt", (datetime(2026, 3, 14, 10, 30), "in", "KCC", "A7")),
        ("2026-03-14_10.30.txt", (datetime(2026, 3, 14, 10, 30), "in", None, None)),
        ("opname 2026-03-14 kopie.txt", (datetime(2026, 3, 14), "in", None, None)),
        ("zaak 12345678 gesprek.txt", (None, "in", None, None)),
        ("12345678.txt", (None, "in", None, None)),
        ("gesprek.txt", (None, "in", None, None)),
    ],
)
def test_file_name(write, settings, name, expected):
    call = read(write(name, TEXT), settings).call
    assert (call.called_at, call.direction, call.team, call.agent) == expected


def test_own_pattern_and_own_groups(write):
    settings = Settings(filename_pattern=r"(?P<agent>m\d+)-(?P<call_type>\w+)-(?P<zaak>\d+)-(?P<rings>\d+)")
    call = read(write("m3-afval-99-4.txt", TEXT), settings).call
    assert (call.agent, call.call_type, call.metadata) == ("m3", "afval", {"zaak": "99", "rings": 4.0})


def test_impossible_date_in_a_name_that_follows_the_pattern(write, settings):
    with pytest.raises(InputError, match=r"2026-02-31_in_Balie\.txt: bestandsnaam, veld ‘called_at’"):
        read(write("2026-02-31_in_Balie.txt", TEXT), settings)


def test_bad_pattern(write):
    with pytest.raises(SettingsError, match="filename_pattern"):
        read(write("a.txt", TEXT), Settings(filename_pattern="(?P<called_at>"))


DUTCH = (
    "Bestand;Datum;Tijd;Richting;Organisatie;Afdeling;Medewerker;Soort gesprek;Begin opgenomen;Belsignalen;Wachttijd;Wijk\n"
    "a.txt;14-3-2026;10:30;uitgaand;Gemeente Zwaluwdam;Balie;M-4;klacht;nee;3;12,5;Noord\n"
    "B.TXT;;;;;;;;;;;\n"
)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
def test_metadata_csv_in_dutch(write, settings, encoding):
    write("metadata.csv", DUTCH, encoding)
    call = read(write("a.txt", TEXT), settings).call
    assert call.called_at == datetime(2026, 3, 14, 10, 30)
    assert (call.direction, call.organisation, call.team) == ("out", "Gemeente Zwaluwdam", "Balie")
    assert (call.agent, call.call_type, call.opening_recorded) == ("M-4", "klacht", False)
    assert call.metadata == {"rings": 3.0, "wait_seconds": 12.5, "wijk": "Noord"}
    assert read(write("b.txt", TEXT), settings).call.metadata == {}


def test_metadata_csv_in_english_for_audio(write, sound, settings):
    write("metadata.csv", "file,called_at,direction,rings\na.wav,2026-03-14T10:30:00+01:00,inbound,2\n")
    call = read(sound("a.wav"), settings).call
    assert call.called_at.isoformat() == "2026-03-14T10:30:00+01:00"
    assert call.metadata == {"rings": 2.0}


@pytest.mark.parametrize(
    ("column", "value", "problem"),
    [
        ("datum", "31-2-2026", "een datum"), ("datum", "gisteren", "een datum"), ("richting", "heen", "‘in’ of ‘uit’"),
        ("begin_opgenomen", "misschien", "‘ja’ of ‘nee’"), ("rings", "veel", "een getal"), ("rings", "-1", "een getal"),
        ("wachttijd", "nan", "aantal seconden"),
    ],
)  # fmt: skip
def test_unreadable_value_names_file_and_field(write, settings, column, value, problem):
    write("metadata.csv", f"bestand;{column}\nx.txt;\na.txt;{value}\n")
    with pytest.raises(InputError) as caught:
        read(write("a.txt", TEXT), settings)
    assert str(caught.value).startswith(f"metadata.csv, regel 3 (a.txt), veld ‘{column}’: ")
    assert problem in str(caught.value)


@pytest.mark.parametrize("content", ["", "naam;datum\na.txt;2026-01-01\n", "\x00\x01\x02" * 30])
def test_useless_metadata_csv(write, settings, content):
    write("metadata.csv", content)
    with pytest.raises(InputError, match=r"metadata\.csv"):
        read(write("a.txt", TEXT), settings)


def test_changed_metadata_csv_is_read_again(write, settings):
    path = write("a.txt", TEXT)
    write("metadata.csv", "bestand;team\na.txt;Een\n")
    assert read(path, settings).call.team == "Een"
    write("metadata.csv", "bestand;team\na.txt;Twee!\n")
    assert read(path, settings).call.team == "Twee!"


def test_who_wins(write, settings):
    path = write("2026-01-01_in_Naam_A1.json", '{"organisation": "Inhoud", "call_type": "inhoud", "team": "inhoud", '
                 '"turns": [{"speaker": "agent", "text": "ja"}]}')  # fmt: skip
    write("metadata.csv", f"bestand;organisatie;soort\n{path.name};Tabel;tabel\n")
    call = read(path, settings, Metadata(organisation="Getypt", rings=2, extra={"golf": 1})).call
    assert (call.organisation, call.call_type, call.team, call.agent) == ("Getypt", "tabel", "inhoud", "A1")
    assert call.metadata == {"golf": 1, "rings": 2.0}
