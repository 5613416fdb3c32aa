enum PlaceholderJourneys {}
