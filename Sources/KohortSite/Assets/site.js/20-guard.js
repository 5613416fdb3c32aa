// A form that was written in asks before it is left.
improvements.push(root => {
  for (const form of root.querySelectorAll("form[data-guard]")) {
    let isWrittenIn = false;
    form.addEventListener("input", () => { isWrittenIn = true; });
    form.addEventListener("submit", () => { isWrittenIn = false; });
    addEventListener("beforeunload", event => { if (isWrittenIn && form.isConnected) event.preventDefault(); });
  }
});
