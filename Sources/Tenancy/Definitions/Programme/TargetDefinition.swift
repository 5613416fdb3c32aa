import KohortCore

extension TargetDefinition {
    init(_ keys: Keys) {
        let measure: Measure = keys["measure"].word(or: .members)
        let atLeast: Int? = keys.optional("at_least")?.integer(0...1_000_000)
        let atLeastPercent: Int? = keys.optional("at_least_percent")?.integer(0...100)
        let of: Measure? = keys.optional("of")?.word(or: .started)
        let isNumber = atLeast != nil && atLeastPercent == nil && of == nil
        let isShare = atLeast == nil && atLeastPercent != nil && of != nil
        keys.check(
            isNumber || isShare, "measure", with: ["at_least", "at_least_percent", "of"], .valueConflict,
            allowed: "at_least alone, or at_least_percent with of")
        self.init(measure: measure, atLeast: atLeast, atLeastPercent: atLeastPercent, of: of)
    }
}
