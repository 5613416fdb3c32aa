enum PlaceholderKohortCoreTests {}
