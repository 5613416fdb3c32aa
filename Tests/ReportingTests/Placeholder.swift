enum PlaceholderReportingTests {}
