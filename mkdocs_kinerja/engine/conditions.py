"""The conditions of a rule: `periksa`, `berlaku` and `bila`, with every name and value checked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from ..fakta import Jenis, Kolom
from .book import unknown
from .entry import Entry
from .outcome import TEMUAN
from .rule import Konstanta, Operator, RujukanAmbang, RujukanKolom, Syarat, Uji
from .values import ConstantError, check_constant

OPERATORS: Final[tuple[Operator, ...]] = ("bukan", "kurang", "kurang_sama", "lebih", "lebih_sama", "salah_satu")
TANPA: Final = "tanpa"
RESERVED: Final = frozenset({TANPA, "ambang"})
_EQUALITY: Final = frozenset({"sama", "bukan", "salah_satu"})
_REFERENCE: Final = re.compile(r"\$([a-z][a-z0-9_]*)\.([a-z][a-z0-9_]*)\Z")


class ConditionReader:
    """Reads the conditions of one rule; problems go to the entry.

    Args:
        entry: The rule.
        jenis: The fact types.
        fase: Phase of the rule.
        ambang: Names of its thresholds.
    """

    def __init__(self, entry: Entry, jenis: Mapping[str, Jenis], fase: int, ambang: frozenset[str]) -> None:
        self._entry, self._jenis, self._fase, self._ambang = entry, jenis, fase, ambang
        self._bound: dict[str, Jenis] = {}
        self.used_thresholds: set[str] = set()

    def subject(self) -> tuple[Syarat, tuple[Uji, ...]] | None:
        """Return `periksa` and `berlaku`; None where the fact type is unknown."""
        ((alias, node),) = self._entry.get("periksa").items()
        jenis = self._type(node)
        if jenis is None:
            return None
        self._name(alias, node)
        syarat = Syarat(alias, jenis.nama, self._tests(node, jenis, "periksa"), node.posisi_kunci)
        berlaku = self._tests(self._entry.get("berlaku"), jenis, "berlaku")
        self._bound[alias] = jenis
        return syarat, berlaku

    def violation(self, subject: Syarat) -> tuple[Syarat, ...]:
        """Return `bila`. Call it after `subject`."""
        found = (self._condition(item, subject) for item in self._entry.get("bila"))
        return tuple(syarat for syarat in found if syarat is not None)

    def _condition(self, item: Entry, subject: Syarat) -> Syarat | None:
        ((alias, node),) = item.items()
        if alias == subject.alias:
            jenis = self._bound[alias]
            if node.data.get("fakta", jenis.nama) != jenis.nama:
                node.get("fakta").refuse(
                    f"`{alias}` sudah menjadi fakta `{jenis.nama}` pada `periksa`. Hapus `fakta:` di sini, atau pakai "
                    "alias lain untuk fakta yang lain."
                )
            return Syarat(alias, jenis.nama, self._tests(node, jenis, alias), node.posisi_kunci)
        if alias in self._bound:
            node.refuse_key(f"Alias `{alias}` sudah dipakai di atas. Gabungkan ujinya, atau pakai alias lain.")
            return None
        known = self._type(node)
        if known is None:
            return None
        if alias != TANPA:
            self._name(alias, node)
        told = len(self._entry.problems)
        uji = self._tests(node, known, "")
        if alias == TANPA:
            return Syarat("", known.nama, uji, node.posisi_kunci)
        joined = any(u.operator == "sama" and isinstance(u.nilai, RujukanKolom) for u in uji)
        if not joined and len(self._entry.problems) == told:  # a join with a mistake has been told already
            earlier = next(iter(self._bound))
            node.refuse_key(
                f"Fakta `{alias}` belum dihubungkan dengan fakta sebelumnya, sehingga setiap `{known.nama}` akan "
                f"cocok. Tambahkan sedikitnya satu kolom yang harus sama, misalnya `{next(iter(known.kolom), 'hal')}: "
                f"${earlier}.{next(iter(self._bound[earlier].kolom), 'hal')}`."
            )
        self._bound[alias] = known
        return Syarat(alias, known.nama, uji, node.posisi_kunci)

    def _name(self, alias: str, node: Entry) -> None:
        if alias in RESERVED:
            node.refuse_key(f"`{alias}` punya arti tersendiri dan tidak dapat menjadi alias. Pakai nama lain.")

    def _type(self, node: Entry) -> Jenis | None:
        name = node.data.get("fakta")
        if name is None:
            node.refuse_key("Jenis fakta belum disebut. Tambahkan `fakta: <jenis>`.")
            return None
        jenis = self._jenis.get(name)
        if jenis is None:
            node.get("fakta").refuse(unknown("Jenis fakta", str(name), self._jenis))
        elif jenis.nama == TEMUAN.nama and self._fase == 1:
            node.get("fakta").refuse(
                "Aturan fase 1 berjalan sebelum ada temuan, jadi tidak akan pernah cocok. Tambahkan `fase: 2`."
            )
        return jenis

    def _tests(self, node: Entry, jenis: Jenis, constant_only: str) -> tuple[Uji, ...]:
        return tuple(
            uji
            for name, value in node.items()
            if name != "fakta"
            for uji in self._tests_on(name, value, jenis, constant_only)
        )

    def _tests_on(self, name: str, node: Entry, jenis: Jenis, constant_only: str) -> Iterator[Uji]:
        kolom = jenis.kolom.get(name)
        if kolom is None:
            if name in jenis.tampil:
                node.refuse_key(
                    f"`{name}` dari fakta `{jenis.nama}` hanya untuk pesan dan tidak dapat diuji. "
                    f"Yang dapat diuji: {', '.join(sorted(jenis.kolom))}."
                )
            else:
                node.refuse_key(unknown("Kolom", name, jenis.kolom, f"pada fakta `{jenis.nama}`"))
            return
        tests = node.items() if isinstance(node.data, dict) else [("sama", node)]
        for word, value in tests:
            operator = next((o for o in (*OPERATORS, "sama") if o == word), None)
            if operator is None:
                value.refuse_key(unknown("Operator", word, OPERATORS))
            elif kolom.jenis in {"teks", "ya"} and operator not in _EQUALITY:
                value.refuse_key(
                    f"Kolom `{name}` bukan angka, jadi `{operator}` tidak berarti di sini. Yang dapat dipakai: nilai "
                    "yang sama, `bukan`, dan `salah_satu`."
                )
            else:
                try:
                    nilai = self._value(name, kolom, operator, value, constant_only)
                except ConstantError as problem:
                    value.refuse(str(problem))
                else:
                    yield Uji(name, operator, nilai, value.posisi)

    def _value(
        self, name: str, kolom: Kolom, operator: Operator, node: Entry, constant_only: str
    ) -> Konstanta | tuple[Konstanta, ...] | RujukanKolom | RujukanAmbang:
        if operator == "salah_satu":
            return tuple(self._constant(name, kolom, item) for item in node)
        if not isinstance(node.data, str) or not node.data.startswith("$"):
            return self._constant(name, kolom, node)
        match = _REFERENCE.match(node.data)
        if match is None:
            raise ConstantError(f"Rujukan `{node.data}` tidak terbaca. Tulis `$alias.kolom` atau `$ambang.nama`.")
        alias, other = match.groups()
        if alias == "ambang":
            return self._threshold(name, kolom, other)
        if constant_only:
            raise ConstantError(
                f"Uji pada `{constant_only}` hanya membandingkan dengan nilai tetap atau `$ambang.nama`, bukan "
                f"`{node.data}`. Pindahkan perbandingan ini ke fakta lain pada `bila`."
            )
        return self._join(name, kolom, RujukanKolom(alias, other))

    def _constant(self, name: str, kolom: Kolom, node: Entry) -> Konstanta:
        if isinstance(node.data, str) and node.data.startswith("$"):
            raise ConstantError("`salah_satu` hanya memuat nilai tetap, bukan rujukan `$…`.")
        return check_constant(name, kolom, node.data, node.tertulis)

    def _threshold(self, name: str, kolom: Kolom, nama: str) -> RujukanAmbang:
        if nama not in self._ambang:
            raise ConstantError(f"{unknown('Ambang', nama, self._ambang)} Ambang ditulis pada `ambang:` aturan ini.")
        if kolom.jenis not in {"bulat", "persen"}:
            raise ConstantError(f"Ambang adalah angka, sedangkan kolom `{name}` bukan. Tulis nilainya langsung.")
        self.used_thresholds.add(nama)
        return RujukanAmbang(nama)

    def _join(self, name: str, kolom: Kolom, rujukan: RujukanKolom) -> RujukanKolom:
        jenis = self._bound.get(rujukan.alias)
        if jenis is None:
            known = unknown("Alias", rujukan.alias, [*self._bound, "ambang"])
            raise ConstantError(f"{known} Fakta harus disebut lebih dahulu sebelum dirujuk.")
        other = jenis.kolom.get(rujukan.kolom)
        if other is None:
            raise ConstantError(unknown("Kolom", rujukan.kolom, jenis.kolom, f"pada fakta `{jenis.nama}`"))
        if other.jenis != kolom.jenis:
            raise ConstantError(
                f"Kolom `{name}` ({kolom.jenis}) dan `{rujukan}` ({other.jenis}) berbeda jenis, jadi tidak dapat "
                "dibandingkan."
            )
        return rujukan
