enum PlaceholderKohortWebTests {}
