// Puts the calling panel into its place; says so when the panel could not be loaded.
(() => {
  const place = document.getElementById("call");
  if (!place) return;
  if (!window.lianxinCall) {
    document.getElementById("call-missing").hidden = false;
    return;
  }
  const { ticketUrl, csrf, language, lookUpUrl } = place.dataset;
  document.getElementById("phone-place").hidden = false;
  const phone = document.getElementById("phone");
  window.lianxinCall.mount(place, { ticketUrl, csrf, language, lookUpUrl, phone });
})();
