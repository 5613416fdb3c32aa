function improve(root) {
  for (const improvement of improvements) improvement(root);
}
improve(document);
