enum PlaceholderTenancyTests {}
