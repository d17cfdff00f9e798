"""This package contains speech recognition: a recording becomes a transcript with speakers."""

from scoring.speech.download import fetch
from scoring.speech.models import MODELS, Model, find
from scoring.speech.recognition import transcribe

__all__ = ["MODELS", "Model", "fetch", "find", "transcribe"]
