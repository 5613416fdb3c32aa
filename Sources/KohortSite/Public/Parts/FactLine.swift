import KohortWeb

/// A name and its value, in a `dl.facts`. Shown by `partials/facts`.
struct FactLine: PageModel {
    let name: String
    let value: String

    init(_ name: String, _ value: String) { (self.name, self.value) = (name, value) }

    static let fields: [String: PageField<Self>] = [
        "name": .text { $0.name },
        "value": .text { $0.value },
    ]
}
