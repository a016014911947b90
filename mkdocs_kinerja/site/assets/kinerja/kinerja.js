/* Adds a button that copies the permalink of a finding, and opens what is folded for printing. All else works without scripts. */
(function () {
  "use strict";

  // Browsers offer the clipboard only over https; the older way works everywhere.
  function copy(teks) {
    if (navigator.clipboard) return navigator.clipboard.writeText(teks);
    var kotak = document.createElement("textarea");
    kotak.value = teks;
    kotak.className = "kin-sembunyi";
    document.body.append(kotak);
    kotak.select();
    var berhasil = document.execCommand("copy");
    kotak.remove();
    return berhasil ? Promise.resolve() : Promise.reject(new Error("copy"));
  }

  function start() {
    // Material wraps hand-written tables in boxes that scroll, but not for a keyboard.
    document.querySelectorAll(".md-typeset__scrollwrap").forEach(function (kotak) { kotak.tabIndex = 0; });
    var salin = document.documentElement.lang === "en" ? ["copy link", "link copied"] : ["salin tautan", "tautan tersalin"];
    document.querySelectorAll(".kin-temuan a.kin-id:not([data-siap])").forEach(function (tautan) {
      tautan.dataset.siap = "";
      var tombol = document.createElement("button");
      tombol.type = "button";
      tombol.className = "kin-salin";
      tombol.textContent = salin[0];
      // Told to screen readers when it changes.
      tombol.setAttribute("aria-live", "polite");
      tombol.addEventListener("click", function () {
        copy(tautan.href).then(function () {
          tombol.textContent = salin[1];
          setTimeout(function () { tombol.textContent = salin[0]; }, 4000);
        });
      });
      tautan.after(tombol);
    });
  }

  // What Material leaves to be told apart by the eye alone: its search is a dialog without a name, though its field has
  // one, and the path to a page is named like the navigation.
  var jalan = document.querySelector("nav.md-path");
  if (jalan) jalan.setAttribute("aria-label", document.documentElement.lang === "en" ? "Path to this page" : "Letak halaman ini");
  var cari = document.querySelector(".md-search[role=dialog]:not([aria-label])");
  var kotak = cari && cari.querySelector("input[aria-label]");
  if (kotak) cari.setAttribute("aria-label", kotak.getAttribute("aria-label"));

  // Material announces each page it shows without reloading; other themes load the script anew.
  if (window.document$) window.document$.subscribe(start);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();

  var dibuka = [];
  addEventListener("beforeprint", function () {
    dibuka = [].slice.call(document.querySelectorAll("details.kin-lipat:not([open], .kin-cara)"));
    dibuka.forEach(function (d) { d.open = true; });
  });
  addEventListener("afterprint", function () {
    dibuka.forEach(function (d) { d.open = false; });
  });
})();
