// Files that take a while show how far they have come.
improvements.push(root => {
  for (const bar of root.querySelectorAll("[data-progress]")) {
    const form = bar.closest("form");
    let isPlain = false;
    form.addEventListener("submit", event => {
      const size = [...form.querySelectorAll("input[type=file]")].flatMap(input => [...input.files])
        .reduce((sum, file) => sum + file.size, 0);
      if (isPlain || size < 200_000) return;
      event.preventDefault();
      const request = new XMLHttpRequest();
      const failed = () => { isPlain = true; form.requestSubmit(event.submitter); };
      bar.hidden = false;
      request.upload.addEventListener("progress", ({ loaded, total }) => {
        bar.querySelector("progress").value = 100 * loaded / total;
      });
      request.addEventListener("load", () => {
        const page = new DOMParser().parseFromString(request.responseText, "text/html");
        if (request.status < 400) return location.assign(request.responseURL);
        document.title = page.title;
        document.body.replaceWith(page.body);
        document.querySelector("[autofocus]")?.focus();
        improve(document);
      });
      request.addEventListener("error", failed);
      request.open("POST", form.action);
      request.send(new FormData(form, event.submitter));
    });
  }
});
