enum PlaceholderKohortSiteTests {}
