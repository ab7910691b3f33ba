// The editor in place of the plain form: it asks this server alone, and the names of the graph's prefixes are its own.
"use strict";
const plain = document.getElementById("plain"), place = document.getElementById("yasgui"), notice = document.getElementById("notice");
const named = document.getElementById("named"), given = new URLSearchParams(location.search).get("query");
const Yasgui = window.Yasgui;

// Completions that the editor would fetch from other servers (prefix.cc, LOV) are left out.
Yasgui.Yasqe.defaults.autocompleters = ["variables"];
Yasgui.Yasqe.defaults.value = document.getElementById("text").value;
Yasgui.Yasqe.defaults.resizeable = true;
Yasgui.Yasr.defaults.prefixes = {};
place.hidden = false;  // the editor measures itself when it is made
plain.hidden = true;
const yasgui = new Yasgui(place, {
  requestConfig: { endpoint: `${location.origin}/sparql`, method: "POST", args: [{ name: "partial", value: "yes" }] },
  copyEndpointOnNewTab: true,
  endpointCatalogueOptions: { getData: () => [{ endpoint: `${location.origin}/sparql` }], keys: [], renderItem: () => {} },
  persistenceId: "graphbuild",
  autofocus: false,
});
document.getElementById("menu").hidden = false;
// What the editor leaves without a name is named for screen readers.
for (const field of place.querySelectorAll("input:not([aria-label]), textarea:not([aria-label])"))
  if (!field.labels?.length) field.setAttribute("aria-label", field.className.includes("autocomplete") ? "endpoint" : "SPARQL");
document.getElementById("answered").hidden = true;
if (given) yasgui.getTab().getYasqe().setValue(given);

yasgui.on("queryResponse", (_, tab) => {
  const response = tab.getYasr().results?.res, told = response?.headers?.["graphbuild-notice"] || "";
  notice.textContent = told;
  notice.hidden = !told;
});
named.addEventListener("change", () => {
  if (named.value) yasgui.getTab().getYasqe().setValue(named.value);
});
// A thing in an answer leads to its page here, not to an address on the net.
place.addEventListener("click", (event) => {
  const link = event.target.closest("a.iri, td a[href^='http']");
  if (!link || link.origin === location.origin) return;
  event.preventDefault();
  location.href = `/thing?iri=${encodeURIComponent(link.getAttribute("href"))}`;
});
