/* Adds a button that copies the permalink of a finding. Everything else works without scripts. */
(function () {
  "use strict";

  function start() {
    // Material wraps hand-written tables in boxes that scroll, but not for a keyboard.
    document.querySelectorAll(".md-typeset__scrollwrap").forEach(function (kotak) { kotak.tabIndex = 0; });
    if (!navigator.clipboard) return;
    var salin = document.documentElement.lang === "en" ? ["copy link", "copied"] : ["salin tautan", "tersalin"];
    document.querySelectorAll(".kin-temuan a.kin-id:not([data-siap])").forEach(function (tautan) {
      tautan.dataset.siap = "";
      var tombol = document.createElement("button");
      tombol.type = "button";
      tombol.className = "kin-salin";
      tombol.textContent = salin[0];
      tombol.addEventListener("click", function () {
        navigator.clipboard.writeText(tautan.href).then(function () {
          tombol.textContent = salin[1];
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

  addEventListener("beforeprint", function () {
    document.querySelectorAll("details.kin-lipat").forEach(function (d) { d.open = true; });
  });
})();
