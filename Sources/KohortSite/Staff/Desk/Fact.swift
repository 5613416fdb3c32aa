import KohortWeb

/// A word and what it stands for, in a list of facts.
struct Fact: PageModel {
    let label: String
    let values: [String]

    init(_ label: String, _ values: [String]) { (self.label, self.values) = (label, values) }
    init(_ label: String, _ value: String) { self.init(label, [value]) }

    static let fields: [String: PageField<Self>] = ["label": .text { $0.label }, "values": .texts { $0.values }]
}
