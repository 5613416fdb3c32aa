import KohortCore
import KohortWeb

extension Shape {
    /// What the programme says of pay and of the time after it; null where it says nothing.
    static let terms = Shape.object([
        "pay": .nullable(.text), "pay_share_percent": .nullable(.count),
        "hire_at_end": .nullable(.choice(HireAtEnd.self)),
        "bound_to_stay": .boolean,
    ])
}

extension JSONWriter {
    mutating func terms(_ terms: EmploymentTerms, _ language: Language) {
        object { json in
            json.member("pay", terms.pay?.text(in: language))
            json.member("pay_share_percent", terms.paySharePercent)
            json.member("hire_at_end", terms.hireAtEnd?.rawValue)
            json.member("bound_to_stay", terms.boundToStay)
        }
    }
}
