enum PlaceholderKohortSite {}
