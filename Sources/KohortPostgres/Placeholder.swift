enum PlaceholderKohortPostgres {}
