enum PlaceholderKohortApp {}
