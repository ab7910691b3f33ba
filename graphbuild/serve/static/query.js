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
