import KohortWeb

/// A date on a timeline. Shown by `partials/dates`.
struct DateLine: PageModel {
    let when: String
    let what: String
    let isPast: Bool

    static let fields: [String: PageField<Self>] = [
        "when": .text { $0.when },
        "what": .text { $0.what },
        "past": .flag { $0.isPast },
    ]
}
