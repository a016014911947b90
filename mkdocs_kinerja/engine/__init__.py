"""Rules on facts: read rule files, match them with durable_rules or without it, count every check."""

from __future__ import annotations

from .book import Buku, RuleFileError, RuleProblem
from .evaluate import Mesin
from .examples import ExampleError, ExampleResult, run_examples
from .match import EngineError
from .outcome import TEMUAN, Kecocokan, Pemeriksaan, Putusan
from .rule import Ambang, Aturan, Contoh, Syarat, Uji
from .rulefile import load_rules
from .table import FactError

__all__ = [
    "TEMUAN",
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
    "Putusan",
    "RuleFileError",
    "RuleProblem",
    "Syarat",
    "Uji",
    "load_rules",
    "run_examples",
]
