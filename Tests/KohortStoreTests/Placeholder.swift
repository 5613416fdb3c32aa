enum PlaceholderKohortStoreTests {}
