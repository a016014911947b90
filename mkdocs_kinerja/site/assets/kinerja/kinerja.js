/* Adds a button that copies the permalink of a finding. Everything else works without scripts. */
(function () {
  "use strict";

  function start() {
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

  // Material announces each page it shows without reloading; other themes load the script anew.
  if (window.document$) window.document$.subscribe(start);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();

  addEventListener("beforeprint", function () {
    document.querySelectorAll("details.kin-lipat").forEach(function (d) { d.open = true; });
  });
})();
