enum PlaceholderTenancy {}
