// Where many are read one after the other: j for the next, k for the one before, 1 to 9 for a place on the list.
addEventListener("keydown", event => {
  if (!document.querySelector("[data-keys]") || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input:not([type=radio], [type=checkbox]), select, textarea")) return;
  const way = { j: "next", k: "prev" }[event.key];
  if (way) document.querySelector(`a[rel="${way}"]`)?.click();
  if (!/^[1-9]$/.test(event.key)) return;
  const places = document.querySelector("[data-places]");
  if (!places) return;
  places.value = String(Math.min(Number(event.key), places.options.length));
  places.form.requestSubmit();
});
