// A list that is all on the page is narrowed by what is typed.
improvements.push(root => {
  for (const input of root.querySelectorAll("[data-finds]")) {
    const list = document.getElementById(input.dataset.finds);
    const narrow = () => {
      const words = input.value.toLowerCase().split(/\s+/);
      for (const group of list.children) {
        const heading = group.querySelector("h3").textContent;
        let found = 0;
        for (const item of group.querySelectorAll("li")) {
          const text = (heading + " " + item.textContent).toLowerCase();
          item.hidden = !words.every(word => text.includes(word));
          found += item.hidden ? 0 : 1;
        }
        group.hidden = found === 0;
      }
    };
    input.addEventListener("input", event => { event.stopPropagation(); narrow(); });
    input.addEventListener("keydown", event => { if (event.key === "Enter") event.preventDefault(); });
  }
});
