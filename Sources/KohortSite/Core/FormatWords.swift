import KohortCore

/// The names of months and weekdays, in the forms that stand within a sentence.
enum FormatWords {
    /// From 1 for January.
    static func month(_ number: Int, in language: Language) -> String { months[language]?[number - 1] ?? "" }

    /// From 1 for Monday.
    static func weekday(_ number: Int, in language: Language) -> String { weekdays[language]?[number - 1] ?? "" }

    private static let months: [Language: [String]] = [
        .nb: [
            "januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november",
            "desember",
        ],
        .sv: [
            "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober",
            "november", "december",
        ],
        .en: [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ],
    ]

    private static let weekdays: [Language: [String]] = [
        .nb: ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"],
        .sv: ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"],
        .en: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    ]
}
