"""Two hundred bad recordings, made on the spot: `python -m tests.speech.hostile FOLDER` writes them to look at."""

import struct
import sys
from collections.abc import Iterator
from pathlib import Path

import av
import numpy as np

from scoring.settings import ROOT
from scoring.speech.decode import decode

DEMO = ROOT / "scoring" / "demo" / "demo-1-grofvuil.ogg"
FORMATS = {
    "wav": ("pcm_s16le", 16_000),
    "g711.wav": ("pcm_mulaw", 8_000),
    "mp3": ("libmp3lame", 16_000),
    "m4a": ("aac", 16_000),
    "ogg": ("libopus", 48_000),
    "flac": ("flac", 16_000),
    "wma": ("wmav2", 16_000),
    "au": ("pcm_alaw", 8_000),
    "aiff": ("pcm_s16be", 16_000),
    "webm": ("libopus", 48_000),
}
SUFFIXES = ("wav", "mp3", "m4a", "ogg", "flac", "wma", "amr", "gsm", "aac", "opus", "caf", "mka")
LAYOUTS = {2: "stereo", 3: "2.1", 4: "quad", 6: "5.1", 8: "7.1"}
HOURS_48 = 48 * 3600


def speech(channels: int = 1, seconds: float = 2.5) -> np.ndarray:
    """The first words of a demo call, on every channel."""
    samples = decode(DEMO).channels[0][: int(seconds * 16_000)]
    return np.stack([samples] * channels)


def encode(path: Path, rows: np.ndarray, codec: str, rate: int, video: str = "") -> Path:
    """Write float32 rows at 16 kHz with this codec, beside moving pictures when a video codec is given."""
    with av.open(str(path), "w") as container:
        pictures = container.add_stream(video, rate=10) if video else None
        stream = container.add_stream(codec, rate=rate) if len(rows) else None
        if stream is not None:
            stream.layout = LAYOUTS.get(len(rows), "mono")
            if codec == "wmav2":
                stream.bit_rate = 48_000
        if pictures is not None:
            pictures.width = pictures.height = 32
            pictures.pix_fmt = "yuvj420p" if video == "mjpeg" else "yuv420p"
            for moment in range(10):
                frame = av.VideoFrame.from_ndarray(np.zeros((32, 32, 3), np.uint8), format="rgb24")
                frame = frame.reformat(format=pictures.pix_fmt)
                frame.pts = moment
                container.mux(pictures.encode(frame))
            container.mux(pictures.encode(None))
        container.start_encoding()
        if stream is not None:
            _sound(container, stream, rows)
    return path


def _sound(container, stream, rows: np.ndarray) -> None:
    woven = np.ascontiguousarray(rows.T.reshape(1, -1))
    frame = av.AudioFrame.from_ndarray(woven, format="flt", layout=stream.layout.name)
    frame.sample_rate = 16_000
    fit = av.AudioResampler(
        stream.format, stream.layout, stream.rate, frame_size=stream.codec_context.frame_size or None
    )
    for piece in [
        *(fit.resample(frame) if rows.size else []),
        *(fit.resample(None) if rows.size else []),
        None,
    ]:
        for packet in stream.encode(piece):
            container.mux(packet)


def make(folder: Path) -> list[Path]:
    """Two hundred hostile recordings in this folder, the same ones every time."""
    folder.mkdir(parents=True, exist_ok=True)
    good = {
        name: encode(folder / f"heel.{name}", speech(), codec, rate).read_bytes()
        for name, (codec, rate) in FORMATS.items()
    }
    for name in good:
        (folder / f"heel.{name}").unlink()
    makers = (
        _cut,
        _damaged,
        _misnamed,
        _rubbish,
        _empty,
        _locked,
        _video,
        _channels,
        _declared,
        _bare,
        _strange,
    )
    return [path for maker in makers for path in maker(folder, good)]


def _put(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def _cut(folder: Path, good: dict[str, bytes]) -> Iterator[Path]:
    for name, data in good.items():
        for share in (0.02, 0.3, 0.6, 0.97):
            yield _put(folder / f"afgekapt-{share}.{name}", data[: int(len(data) * share)])


def _damaged(folder: Path, good: dict[str, bytes]) -> Iterator[Path]:
    chance = np.random.default_rng(4)
    for name, data in good.items():
        for share in (0.0, 0.4, 0.8):
            broken = bytearray(data)
            place = int(len(data) * share)
            broken[place : place + 200] = chance.bytes(len(broken[place : place + 200]))
            yield _put(folder / f"beschadigd-{share}.{name}", bytes(broken))
        noisy = np.frombuffer(data, np.uint8).copy()
        noisy[chance.random(len(noisy)) < 0.01] ^= 0x40
        yield _put(folder / f"ruis.{name}", noisy.tobytes())


def _misnamed(folder: Path, good: dict[str, bytes]) -> Iterator[Path]:
    names = list(good)
    for place, (name, data) in enumerate(good.items()):
        other = names[(place + 3) % len(names)].rpartition(".")[2]
        yield _put(folder / f"vermomd-{name.replace('.', '-')}.{other}", data)
        yield _put(folder / f"als-tekst-{name.replace('.', '-')}.txt", data)


def _rubbish(folder: Path, good: dict[str, bytes]) -> Iterator[Path]:
    chance = np.random.default_rng(5)
    for suffix in SUFFIXES:
        yield _put(folder / f"willekeurig.{suffix}", chance.bytes(20_000))
        yield _put(folder / f"nullen.{suffix}", bytes(20_000))
    others = {
        "web.mp3": b"<!doctype html><html><body>Niet gevonden</body></html>",
        "tekst.wav": b"Goedemorgen, met de gemeente.\n" * 40,
        "lijst.m4a": b"#EXTM3U\nhttp://127.0.0.1:9/opname.mp3\n",
        "concat.ogg": b"ffconcat version 1.0\nfile /etc/hostname\n",
        "pdf.wav": b"%PDF-1.7\n" + chance.bytes(3_000),
        "programma.wav": b"MZ" + chance.bytes(3_000),
        "zip.mp3": b"PK\x03\x04" + chance.bytes(3_000),
        "plaatje.flac": b"\x89PNG\r\n\x1a\n" + chance.bytes(3_000),
    }
    for name, data in others.items():
        yield _put(folder / name, data)


def _empty(folder: Path, good: dict[str, bytes]) -> Iterator[Path]:
    for suffix in SUFFIXES[:6]:
        yield _put(folder / f"leeg.{suffix}", b"")
    for name in ("wav", "flac", "au", "aiff"):
        codec, rate = FORMATS[name]
        yield encode(folder / f"nul-seconden.{name}", np.zeros((1, 0), np.float32), codec, rate)
    yield _put(folder / "kop.wav", good["wav"][:44])
    yield _put(folder / "kop.flac", good["flac"][:42])
    yield encode(folder / "een-sample.wav", np.full((1, 1), 0.1, np.float32), "pcm_s16le", 16_000)


def _locked(folder: Path, good: dict[str, bytes]) -> Iterator[Path]:
    for mark in (b"drms", b"enca"):
        locked = good["m4a"].replace(b"mp4a", mark)
        yield _put(folder / f"beveiligd-{mark.decode()}.m4a", locked)
        yield _put(folder / f"beveiligd-{mark.decode()}.m4p", locked)
    content = bytes.fromhex("fbb3112223bdd211b4b700a0c955fc6e")
    extra = content + struct.pack("<Q", 64) + bytes(40)
    size = struct.unpack_from("<Q", good["wma"], 16)[0]
    count = struct.unpack_from("<I", good["wma"], 24)[0]
    head = good["wma"][:16] + struct.pack("<QI", size + len(extra), count + 1) + good["wma"][28:30]
    yield _put(folder / "beveiligd.wma", head + extra + good["wma"][30:])


def _video(folder: Path, good: dict[str, bytes]) -> Iterator[Path]:
    for name, codec, video in (
        ("video.mp4", "aac", "mpeg4"),
        ("video.mkv", "pcm_s16le", "mjpeg"),
        ("video.mov", "pcm_s16le", "mjpeg"),
        ("video.avi", "pcm_s16le", "mpeg4"),
    ):
        yield encode(folder / name, speech(2), codec, 16_000, video)
        yield encode(folder / f"stomme-{name}", np.zeros((0, 0), np.float32), codec, 16_000, video)


def _channels(folder: Path, good: dict[str, bytes]) -> Iterator[Path]:
    for count in (3, 4, 6, 8):
        yield encode(folder / f"{count}-kanalen.wav", speech(count), "pcm_s16le", 16_000)
        yield encode(folder / f"{count}-kanalen.flac", speech(count), "flac", 16_000)
    for count in (0, 16, 255, 65_535):  # a header that says so, over two seconds of sound
        yield _put(folder / f"kop-{count}-kanalen.wav", _wav(good["wav"][44:], channels=count))


def _wav(
    data: bytes, channels: int = 1, rate: int = 16_000, bits: int = 16, size: int | None = None, kind: int = 1
) -> bytes:
    block = channels * bits // 8 & 0xFFFF
    form = struct.pack("<HHIIHH", kind, channels, rate, rate * block & 0xFFFFFFFF, block, bits)
    size = len(data) if size is None else size
    return (
        b"RIFF"
        + struct.pack("<I", size + 36 & 0xFFFFFFFF)
        + b"WAVEfmt "
        + struct.pack("<I", 16)
        + form
        + b"data"
        + struct.pack("<I", size)
        + data
    )


def _declared(folder: Path, good: dict[str, bytes]) -> Iterator[Path]:
    yield _put(folder / "48-uur.wav", _wav(good["wav"][44:], rate=8_000, size=HOURS_48 * 16_000 & 0xFFFFFFFF))
    yield _put(folder / "48-uur-stroom.wav", _wav(good["wav"][44:], size=0xFFFFFFFF))
    yield _put(folder / "48-uur.au", good["au"][:8] + struct.pack(">I", HOURS_48 * 8_000) + good["au"][12:])
    long = bytearray(good["m4a"])
    for box in (b"mvhd", b"mdhd", b"tkhd"):
        place = long.find(box)
        at = place + (28 if box == b"tkhd" else 20)
        scale = struct.unpack_from(">I", long, place + 16)[0] if box != b"tkhd" else 1_000
        struct.pack_into(">I", long, at, HOURS_48 * scale & 0xFFFFFFFF)
    yield _put(folder / "48-uur.m4a", bytes(long))
    total = bytearray(good["flac"])
    total[21] = total[21] & 0xF0  # the 36 bits of the number of samples
    total[22:26] = struct.pack(">I", HOURS_48 * 16_000 & 0xFFFFFFFF)
    yield _put(folder / "48-uur.flac", bytes(total))
    yield _put(folder / "echt-9-uur.wav", _wav(bytes(9 * 3600 * 100), rate=100, bits=8))


def _bare(folder: Path, good: dict[str, bytes]) -> Iterator[Path]:
    law = good["g711.wav"]
    sound = law[law.find(b"data") + 8 :]
    for suffix in ("raw", "ulaw", "al", "pcm"):
        yield _put(folder / f"kaal.{suffix}", sound)
    yield _put(folder / "kaal-stil.ulaw", b"\xff" * 8_000)
    yield _put(folder / "kaal-leeg.alaw", b"")


def _strange(folder: Path, good: dict[str, bytes]) -> Iterator[Path]:
    samples = speech()[0]
    for rate in (0, 1, 50, 192_000, 4_000_000_000):
        yield _put(folder / f"{rate}-hertz.wav", _wav(good["wav"][44:], rate=rate))
    for name, value in (("niet-een-getal", np.nan), ("oneindig", np.inf), ("reusachtig", 1e30)):
        broken = samples.copy()
        broken[::7] = value
        yield _put(folder / f"{name}.wav", _wav(broken.tobytes(), bits=32, kind=3))
    chance = np.random.default_rng(6)
    quiet = {
        "stilte": np.zeros(40_000),
        "gelijkstroom": np.full(40_000, 0.9),
        "gesis": 0.1 * chance.standard_normal(40_000),
        "geknipt": np.clip(200 * samples, -1, 1),
        "toon": 0.3 * np.sin(2 * np.pi * 425 * np.arange(40_000) / 16_000),
    }
    for name, sound in quiet.items():
        yield encode(folder / f"{name}.wav", sound.astype(np.float32)[None], "pcm_s16le", 16_000)
    for name in ("😀 gesprek é.wav", "x" * 200 + ".wav", "..wav", " .mp3", "-rf.wav"):
        yield _put(folder / name, good["mp3" if name.endswith("mp3") else "wav"])


if __name__ == "__main__":
    print(len(make(Path(sys.argv[1]))), "bestanden")
