/* The explorer of findings: filters, sorting and pages for a table that is complete without this script.

   DataTables (vendor/datatables) pages, sorts and searches; this file ties it to the form and to the address.
   The parameters of the address are a contract, told in site/penjelajah.py. Words come from the page. */
(function () {
  "use strict";

  const PANJANG = 50;
  const PILIHAN = [25, 50, 100, -1];
  const MAKS_CETAK = 5000;
  const SEKALIGUS = 400;
  /* What `data-k` of a row holds; the family is the first digit of the rule. */
  const KODE = ["satker", "periode", "keparahan", "aturan", "status"];
  const BIASA = "|baru";

  const polos = (html) => html.replace(/<[^>]*>/g, "").trim();
  const isi = (pola, nilai) => pola.replace(/\{(\w+)\}/g, (_, nama) => nilai[nama]);

  /* The number that a printed value begins with, in Indonesian or English notation; NaN where it is a text.
     A single separator before exactly three digits separates thousands. */
  function bilangan(teks) {
    const cocok = teks.match(/^(?:rp\.? *)?\(?(-?\d[\d.,]*)/i);
    if (!cocok) return NaN;
    const angka = cocok[1].replace(/[.,]+$/, "");
    const pemisah = angka.match(/[.,]/g) || [];
    const akhir = Math.max(angka.lastIndexOf("."), angka.lastIndexOf(","));
    const ribuan = new Set(pemisah).size < 2 && (pemisah.length > 1 || /^-?[1-9]\d{0,2}[.,]\d{3}$/.test(angka));
    if (!pemisah.length || ribuan) return parseFloat(angka.replace(/[.,]/g, ""));
    return parseFloat(angka.slice(0, akhir).replace(/[.,]/g, "") + "." + angka.slice(akhir + 1));
  }

  /* Numbers before texts before nothing, whatever the direction. */
  function nilaiCetak(html) {
    const teks = polos(html);
    const angka = bilangan(teks);
    return { teks: teks, angka: angka, kelas: teks === "" ? 2 : Number.isNaN(angka) ? 1 : 0 };
  }

  function jenis(nama, pre, naik, turun) {
    window.DataTable.type(nama, {
      order: { pre: pre, asc: naik, desc: turun || ((a, b) => naik(b, a)) },
      search: polos,
    });
  }

  function start() {
    const tabel = document.querySelector("table.kin-jelajah:not(.dataTable)");
    if (!tabel || !window.DataTable) return;
    const kata = tabel.dataset;
    const bagian = tabel.closest(".kin-penjelajah");
    const saring = bagian.querySelector("form.kin-saring");
    const medan = saring.elements;
    const bahasa = document.documentElement.lang || "id";
    const angka = new Intl.NumberFormat(bahasa);
    const abjad = new Intl.Collator(bahasa, { numeric: true, sensitivity: "base" });
    const kolom = Array.from(tabel.tHead.rows[0].cells, (th) => th.dataset.urut);
    const kode = [];
    let mencetak = null;
    let membaca = false;

    const urutan = (nama) => new Map(Array.from(medan[nama].options, (o, n) => [o.text, n]));
    const periode = urutan("periode");
    const keparahan = urutan("keparahan");
    const selisih = (a, b) => a - b;
    const banding = (a, b) => (a.kelas === 0 ? a.angka - b.angka : abjad.compare(a.teks, b.teks));
    jenis("kin-teks", polos, abjad.compare);
    jenis("kin-periode", (x) => periode.get(polos(x)) || 0, selisih);
    // The options have the most serious first.
    jenis("kin-keparahan", (x) => -keparahan.get(polos(x)), selisih);
    jenis("kin-bilangan", nilaiCetak, (a, b) => a.kelas - b.kelas || banding(a, b), (a, b) => a.kelas - b.kelas || banding(b, a));
    const JENIS = { periode: "kin-periode", keparahan: "kin-keparahan", dilaporkan: "kin-bilangan", pembanding: "kin-bilangan" };

    const catat = (baris) => { for (const tr of baris) kode.push((tr.dataset.k + BIASA).split("|").slice(0, KODE.length)); };
    catat(tabel.tBodies[0].rows);

    const daftar = new window.DataTable(tabel, {
      autoWidth: false,
      columns: kolom.map((nama) => ({ type: JENIS[nama] || "kin-teks" })),
      formatNumber: (n) => angka.format(n),
      infoCallback: (_, awal, akhir, semua, ada) =>
        isi(kata.hitung, { ada: angka.format(ada), semua: angka.format(semua) }) +
        (akhir - awal + 1 < ada ? "; " + isi(kata.tampil, { awal: angka.format(awal), akhir: angka.format(akhir) }) : ""),
      language: {
        aria: { paginate: { first: kata.awal, last: kata.akhir, next: kata.sesudah, previous: kata.sebelum, number: kata.ke } },
        emptyTable: kata.kosong,
        lengthLabels: { "-1": kata.semua },
        zeroRecords: kata.kosong,
      },
      layout: {
        topStart: "info",
        topEnd: null,
        bottomStart: { pageLength: { menu: PILIHAN, text: kata.baris + " _MENU_" } },
        bottomEnd: "paging",
      },
      order: [[0, "desc"]],
      orderClasses: false,
      orderDescReverse: false,
      ordering: { handler: false, indicators: false },
      pageLength: PANJANG,
      typeDetect: false,
    });
    const wadah = daftar.table().container();
    wadah.querySelector("nav").setAttribute("aria-label", kata.halaman);

    /* -- from the form to the table, and to the address -- */

    const nilai = (nama) => (medan[nama] ? medan[nama].value : "");

    function terapkan() {
      const uji = KODE.map((nama, n) => [n, nilai(nama)]).filter(([, x]) => x);
      const keluarga = nilai("keluarga");
      daftar.search.fixed("saringan", (_, __, i) =>
        uji.every(([n, x]) => kode[i][n] === x) && (!keluarga || kode[i][3][3] === keluarga));
      daftar.search(nilai("kata"));
      const urut = nilai("urut") || "-keparahan";
      daftar.order([kolom.indexOf(urut.replace(/^-/, "")), urut[0] === "-" ? "desc" : "asc"]);
      daftar.draw();
    }

    function tulis() {
      if (mencetak || membaca) return;
      const alamat = new URL(location.href);
      const pasang = (nama, x) => (x ? alamat.searchParams.set(nama, x) : alamat.searchParams.delete(nama));
      for (const m of medan) if (m.name) pasang(m.name, m.value);
      pasang("hal", daftar.page() ? String(daftar.page() + 1) : "");
      pasang("baris", daftar.page.len() === PANJANG ? "" : String(daftar.page.len()));
      // A page from a disk may not change its address, and browsers limit how often one may.
      try { history.replaceState(history.state, "", alamat); } catch { /* The list is right all the same. */ }
    }

    function baca() {
      const parameter = new URLSearchParams(location.search);
      membaca = true;
      for (const m of medan) {
        if (!m.name) continue;
        let x = parameter.get(m.name) || "";
        if (m.name === "urut" && (x === "-keparahan" || !kolom.includes(x.replace(/^-/, "")))) x = "";
        // A value that does not occur is kept and finds nothing: showing everything instead would be wrong.
        if (m.options && !Array.from(m.options).some((o) => o.value === x)) m.add(new Option(x, x));
        m.value = x;
      }
      const panjang = parseInt(parameter.get("baris"), 10);
      daftar.page.len(PILIHAN.includes(panjang) ? panjang : PANJANG);
      terapkan();
      const hal = parseInt(parameter.get("hal"), 10) - 1;
      if (hal > 0 && hal < daftar.page.info().pages) daftar.page(hal).draw("page");
      membaca = false;
    }

    /* -- headers as buttons -- */

    for (const th of tabel.tHead.rows[0].cells) {
      const tombol = document.createElement("button");
      const tempat = th.querySelector(".dt-column-title") || th;
      tombol.type = "button";
      tombol.className = "kin-urutkan";
      tombol.append(...tempat.childNodes);
      tempat.append(tombol);
      tombol.addEventListener("click", () => {
        const nama = th.dataset.urut;
        const [awal, balik] = nama === "keparahan" ? ["", nama] : [nama, "-" + nama];
        medan.urut.value = medan.urut.value === awal ? balik : awal;
        terapkan();
      });
    }

    /* -- the rows that are not in the page -- */

    async function muat(catatan) {
      const asal = catatan.textContent;
      catatan.textContent = asal + " " + catatan.dataset.memuat;
      try {
        const jawaban = await fetch(catatan.dataset.sisa);
        if (!jawaban.ok) throw new Error(jawaban.statusText);
        const baris = await jawaban.json();
        const cetakan = document.createElement("template");
        for (let n = 0; n < baris.length; n += SEKALIGUS) {
          cetakan.innerHTML = baris.slice(n, n + SEKALIGUS).join("");
          const tr = Array.from(document.importNode(cetakan.content, true).children);
          catat(tr);
          daftar.rows.add(tr);
          // In between the page can be used.
          await new Promise((lanjut) => setTimeout(lanjut));
        }
        catatan.remove();
        const hal = parseInt(new URLSearchParams(location.search).get("hal"), 10) - 1 || daftar.page();
        daftar.draw(false);
        if (hal > 0 && hal < daftar.page.info().pages) daftar.page(hal).draw("page");
      } catch {
        catatan.textContent = asal + " " + catatan.dataset.gagal;
      }
    }

    /* -- listeners -- */

    saring.addEventListener("input", terapkan);
    saring.addEventListener("submit", (e) => e.preventDefault());
    saring.addEventListener("reset", () => setTimeout(terapkan));
    addEventListener("popstate", baca);
    // DataTables leaves this read-only on events; the theme's copy buttons, further up, want to write it.
    bagian.addEventListener("click", (e) => {
      Object.defineProperty(e, "delegateTarget", { configurable: true, writable: true, value: null });
    });
    daftar.on("draw", tulis);
    daftar.on("page", () => setTimeout(() => wadah.scrollIntoView({ block: "start" })));
    addEventListener("beforeprint", () => {
      if (daftar.page.info().recordsDisplay > MAKS_CETAK) return;
      mencetak = { panjang: daftar.page.len(), hal: daftar.page() };
      daftar.page.len(-1).draw();
    });
    addEventListener("afterprint", () => {
      if (!mencetak) return;
      daftar.page.len(mencetak.panjang).draw();
      daftar.page(mencetak.hal).draw("page");
      mencetak = null;
    });

    baca();
    // The style sheet lays out no more than the first rows until here.
    tabel.dataset.siap = "";
    bagian.querySelector(".kin-tanpa-skrip").hidden = true;
    saring.hidden = false;
    const catatan = bagian.querySelector(".kin-sisa");
    if (catatan) muat(catatan);
  }

  // Material announces each page it shows without reloading; other themes load the script anew.
  if (window.document$) window.document$.subscribe(start);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
