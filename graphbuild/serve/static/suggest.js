// Names while one types, in the search field and wherever a thing is asked for; without it the forms work as they are.
"use strict";
for (const field of document.querySelectorAll("#q, [data-suggest]")) suggest(field);

function suggest(field) {
  const list = document.createElement("ul");
  list.className = "suggested";
  list.id = `suggested-${field.id || field.name}`;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", field.labels[0].textContent.trim());
  list.hidden = true;
  field.after(list);
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-controls", list.id], ["aria-expanded", "false"]]) field.setAttribute(name, value);
  let hits = [], at = -1, waiting = 0, asked = 0;

  field.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(ask, 120); });
  field.addEventListener("blur", () => setTimeout(close, 150));
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    if (list.hidden || event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") { event.preventDefault(); move(event.key === "ArrowDown" ? 1 : -1); }
    if (event.key === "Enter" && at >= 0) { event.preventDefault(); take(at); }
  });

  async function ask() {
    const text = field.value.trim(), mine = ++asked;
    if (!text) return close();
    try {
      const told = await (await fetch(`/suggest?q=${encodeURIComponent(text)}`)).json();
      if (mine === asked) show(told);
    } catch { close(); }
  }

  function show(told) {
    hits = told;
    at = -1;
    list.replaceChildren(...told.map((hit, n) => {
      const item = document.createElement("li");
      item.textContent = hit.place ? `${hit.name} · ${hit.place}` : hit.name;
      item.id = `${list.id}-${n}`;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", "false");
      item.addEventListener("mousedown", (event) => { event.preventDefault(); take(n); });
      return item;
    }));
    list.hidden = !told.length;
    field.setAttribute("aria-expanded", String(!list.hidden));
  }

  function move(step) {
    at = (at + step + hits.length) % hits.length;
    for (const [n, item] of [...list.children].entries()) item.setAttribute("aria-selected", String(n === at));
    field.setAttribute("aria-activedescendant", list.children[at].id);
    list.children[at].scrollIntoView({ block: "nearest" });
  }

  function take(n) {
    if (field.id === "q") { location.href = hits[n].link; return; }
    field.value = hits[n].name;
    close();
  }

  function close() {
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  }
}
