enum PlaceholderKohortAppTests {}
