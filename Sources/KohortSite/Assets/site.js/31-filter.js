// A list that the server narrows is fetched as the filter is written; the address keeps up, so that going back works.
improvements.push(root => {
  for (const form of root.querySelectorAll("form[data-live]")) {
    let timer, asked = 0;
    const show = async () => {
      const turn = ++asked;
      const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== ""));
      const address = `${form.action}?${query}`;
      const answer = await fetch(address, { headers: { Accept: "text/html" } });
      if (!answer.ok || turn !== asked) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      for (const part of document.querySelectorAll("[data-part]")) {
        const fresh = page.querySelector(`[data-part="${part.dataset.part}"]`);
        if (fresh) part.replaceChildren(...fresh.childNodes);
      }
      history.replaceState(null, "", address);
    };
    form.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(show, 250); });
  }
});
