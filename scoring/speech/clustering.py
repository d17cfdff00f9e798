"""This module contains the decision how many voices there are, and which piece of speech is whose."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from scoring.speech.filterbank import Array

Labels = NDArray[np.integer[Any]]

MOST = 4
"""Voices in a call at most: two colleagues, a caller and a partner; what is more is added to the nearest."""

_SMALLEST = 6.0
"""Seconds of speech that prove a third or fourth voice."""

_STRETCH = 3.0
_STEADY = 0.5
"""At least this share of a third voice must be said in stretches of so many seconds, as people take turns;
noise and people talking at once make groups of splinters."""

_START = 12  # groups to begin joining from
_SAMPLE = 1500  # pieces that decide; joining takes memory with their square
_FAR = 2.0  # seconds between pieces that do not share sound
_ALIKE = 0.55  # likeness inside one voice, when too few pieces say so


class Limits(NamedTuple):
    """This represents how alike (cosine of the true averages) two voices, or a third one, may be at most.

    `close`: from here a person should check. Every network needs its own, between a voice cut in two by
    chance and voices that differ.
    """

    two: float
    more: float
    close: float


class Pieces(NamedTuple):
    """This represents pieces of speech in order: their rows of length 1, middles and seconds of new sound."""

    rows: Array
    times: Array
    step: float


def centres(rows: Array, labels: Labels) -> Array:
    """The average of each group, at length 1."""
    means = np.stack([rows[labels == i].mean(axis=0) for i in range(int(labels.max()) + 1)])
    return np.asarray(means / np.linalg.norm(means, axis=1, keepdims=True))


def voices(pieces: Pieces, limits: Limits, surely: bool = False) -> tuple[Array, float]:
    """The centre of each voice, one to `MOST`, and how alike the two likest are (0 for one voice).

    `surely` wants a second voice as clear as a third one.
    """
    every = max(1, -(-len(pieces.rows) // _SAMPLE))
    some = Pieces(pieces.rows[::every], pieces.times[::every], pieces.step * every)
    for labels, alike in _partitions(some):
        if _convincing(some, labels, alike, limits, surely):
            return centres(some.rows, labels), float(alike.max())
    return centres(some.rows, np.zeros(len(some.rows), dtype=int)), 0.0


def _convincing(pieces: Pieces, labels: Labels, alike: Array, limits: Limits, surely: bool) -> bool:
    """Whether every group is a voice: the two that talk most differ, and others differ more and are proven."""
    most, second, *others = np.argsort(-np.bincount(labels)).tolist()
    if alike[most, second] >= (limits.more if surely else limits.two):
        return False
    doubted = [most, second, *others] if surely else others
    return all(_proven(pieces, labels == i) for i in doubted) and all(
        alike[i].max() < limits.more for i in others
    )


def _partitions(pieces: Pieces) -> Iterator[tuple[Labels, Array]]:
    """Ways to divide, from four groups to two, with how alike the groups are."""
    if len(pieces.rows) < 2:
        return
    from scipy.cluster.hierarchy import fcluster, linkage  # loads slowly, and most commands hear no voice

    tree = linkage(pieces.rows, "ward")
    labels = _settled(pieces.rows, fcluster(tree, _START, "maxclust") - 1)
    while labels.max() > 1:
        alike = _likeness(pieces, labels)
        if labels.max() < MOST:
            yield labels, alike
        labels = _joined(pieces, labels, alike)
    # Straight from the tree: two voices of a size part better there than by joining splinters.
    labels = _settled(pieces.rows, fcluster(tree, 2, "maxclust") - 1)
    if labels.max() == 1:
        yield labels, _likeness(pieces, labels)


def _joined(pieces: Pieces, labels: Labels, alike: Array) -> Labels:
    first, second = np.unravel_index(alike.argmax(), alike.shape)
    sizes = np.bincount(labels) * pieces.step
    if labels.max() < MOST and sizes.min() < _SMALLEST:
        first = sizes.argmin()
        second = alike[first].argmax()
    return _settled(pieces.rows, np.where(labels == second, first, labels))


def _settled(rows: Array, labels: Labels) -> Labels:
    """Every piece to its nearest centre, until nothing moves; numbered from 0 without holes."""
    for _ in range(20):
        labels = np.unique(labels, return_inverse=True)[1]
        nearest = (rows @ centres(rows, labels).T).argmax(axis=1)
        if (nearest == labels).all():
            break
        labels = nearest
    return np.asarray(np.unique(labels, return_inverse=True)[1])


def _likeness(pieces: Pieces, labels: Labels) -> Array:
    """Cosine between groups, made up for chance: a small group's centre lies off its true place."""
    far = np.abs(pieces.times[:, None] - pieces.times) > _FAR
    groups = np.eye(int(labels.max()) + 1)[labels]
    pairs = groups.T @ far @ groups
    mean = groups.T @ (pieces.rows @ pieces.rows.T * far) @ groups / np.maximum(pairs, 1)
    inside = np.where(np.diag(pairs) >= 6, np.maximum(np.diag(mean), 0.05), _ALIKE)
    alike = mean / np.sqrt(np.outer(inside, inside))
    np.fill_diagonal(alike, -1)
    return np.asarray(alike)


def _proven(pieces: Pieces, mine: NDArray[np.bool_]) -> bool:
    """Whether a group is long enough and comes in stretches."""
    breaks = np.flatnonzero(~mine[1:] | ~mine[:-1] | (np.diff(pieces.times) > _FAR)) + 1
    runs = [run for run in np.split(np.arange(len(mine)), breaks) if mine[run[0]]]
    lengths = [float(pieces.times[run[-1]] - pieces.times[run[0]]) + 3 * pieces.step for run in runs]
    steady = sum(length for length in lengths if length >= _STRETCH)
    return mine.sum() * pieces.step >= _SMALLEST and steady >= _STEADY * sum(lengths)
