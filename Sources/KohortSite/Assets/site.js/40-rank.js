// A ranked list is dragged by its handles; its buttons do the same from the keyboard.
improvements.push(root => {
  for (const list of root.querySelectorAll("[data-ranked]")) {
    let lifted = null, before = null;
    list.addEventListener("pointerdown", event => {
      if (!event.target.matches(".handle")) return;
      event.preventDefault();
      lifted = event.target.closest("li");
      before = lifted.nextElementSibling;
      lifted.classList.add("lifted");
      list.setPointerCapture(event.pointerId);
    });
    list.addEventListener("pointermove", event => {
      if (!lifted) return;
      const below = [...list.children].find(item => {
        const box = item.getBoundingClientRect();
        return item !== lifted && event.clientY < box.top + box.height / 2;
      });
      if (lifted.nextElementSibling !== (below ?? null)) list.insertBefore(lifted, below ?? null);
    });
    const drop = isKept => {
      if (!lifted) return;
      if (!isKept) list.insertBefore(lifted, before);
      lifted.classList.remove("lifted");
      const hasMoved = lifted.nextElementSibling !== before;
      lifted = null;
      const form = list.closest("form");
      if (hasMoved) form.requestSubmit(form.querySelector("[data-keep]"));
    };
    list.addEventListener("pointerup", () => drop(true));
    list.addEventListener("pointercancel", () => drop(false));
  }
});
