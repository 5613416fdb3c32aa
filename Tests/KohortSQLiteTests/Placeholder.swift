enum PlaceholderKohortSQLiteTests {}
