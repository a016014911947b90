"""Rules on facts: read rule files, match them with durable_rules or without it, count every check."""

from __future__ import annotations

from .book import WRONG_SETTINGS, Buku, RuleFileError, RuleProblem, Setting, unknown
from .evaluate import MATI, Mesin, Pilihan
from .examples import ExampleError, ExampleResult, run_examples
from .match import EngineError
from .outcome import TEMUAN, Kecocokan, Pemeriksaan, Putusan
from .rule import Ambang, Aturan, Contoh, Syarat, Uji
from .rulefile import load_rules
from .table import FactError

__all__ = [
    "MATI",
    "TEMUAN",
    "WRONG_SETTINGS",
    "Ambang",
    "Aturan",
    "Buku",
    "Contoh",
    "EngineError",
    "ExampleError",
    "ExampleResult",
    "FactError",
    "Kecocokan",
    "Mesin",
    "Pemeriksaan",
    "Pilihan",
    "Putusan",
    "RuleFileError",
    "RuleProblem",
    "Setting",
    "Syarat",
    "Uji",
    "load_rules",
    "run_examples",
    "unknown",
]
