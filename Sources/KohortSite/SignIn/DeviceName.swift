/// What people call the browser that they sit at, as far as it says: "Firefox, Linux".
enum DeviceName {
    /// The first that is named counts: every browser also names those that it is like.
    private static let browsers = [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"),
        ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari"),
    ]
    private static let systems = [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS", "macOS"),
        ("CrOS", "ChromeOS"), ("Linux", "Linux"),
    ]

    /// Made of our own words only, so nothing of what was sent is kept.
    static func of(_ userAgent: String) -> String {
        [browsers, systems].compactMap { names in names.first { userAgent.contains($0.0) }?.1 }.joined(separator: ", ")
    }
}
