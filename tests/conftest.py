"""What all tests share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

# Time limits of single examples say more about the load of the computer than about the code. In CI the examples are
# always the same, so that a failure there can be repeated.
settings.register_profile("lokal", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "lokal")


@pytest.fixture(scope="session")
def akar() -> Path:
    """The folder of the repository."""
    return Path(__file__).parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that records golden results anew."""
    parser.addoption("--update-golden", action="store_true", help="record the results of golden folders anew")
