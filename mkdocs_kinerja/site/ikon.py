"""The icons, drawn as outlines of 24 by 24; each page carries them once."""

from __future__ import annotations

from functools import lru_cache

from .templat import render

_LINGKARAN = "M12 2.5a9.5 9.5 0 1 0 0 19 9.5 9.5 0 1 0 0-19z"
BENTUK = {
    "galat": "M8 2.5h8l5.5 5.5v8L16 21.5H8L2.5 16V8zM9 9l6 6M15 9l-6 6",
    "peringatan": "M12 3 1.8 20.5h20.4zM12 9.8v5M12 17.4v.4",
    "info": f"{_LINGKARAN}M12 11v6M12 7.2v.4",
    "lolos": f"{_LINGKARAN}M7.5 12.3l3.2 3.2 5.8-6.6",
    "tidak-berlaku": f"{_LINGKARAN}M8 12h8",
    "tercapai": f"{_LINGKARAN}M7.5 12.3l3.2 3.2 5.8-6.6",
    "sesuai-laju": f"{_LINGKARAN}M7.5 12h9M13 8.5l3.5 3.5-3.5 3.5",
    "tertinggal": f"{_LINGKARAN}M12 7.5v9M8.5 13l3.5 3.5 3.5-3.5",
    "belum-tercapai": f"{_LINGKARAN}M12 7v5l3.6 2.2",
    "tidak-tercapai": f"{_LINGKARAN}M9 9l6 6M15 9l-6 6",
    "tidak-dinilai": f"{_LINGKARAN}M8 12h8",
    "belum-dilaporkan": "M12 2.5a9.5 9.5 0 0 1 4 .9M20 7a9.5 9.5 0 0 1 1.4 4M21 15.5a9.5 9.5 0 0 1-3 4.2"
    "M13.5 21.4a9.5 9.5 0 0 1-4.5-.4M5.2 18.6a9.5 9.5 0 0 1-2.3-3.8M2.7 10.5a9.5 9.5 0 0 1 2-4.7",
    "tidak-terbaca": "M6 2.5h8.5l4 4v15H6zM9.5 11.5l5 5M14.5 11.5l-5 5",
}


@lru_cache(maxsize=1)
def sprite() -> str:
    """Return the definitions that the icons of a page refer to."""
    return render("ikon", bentuk=BENTUK)
