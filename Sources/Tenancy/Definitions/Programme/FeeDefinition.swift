import KohortCore

extension FeeDefinition {
    init(_ keys: Keys) {
        let slug: Slug = keys["slug"].slug()
        let name: LocalizedText = keys["name"].localized()
        let amount: Money = keys["amount"].money()
        let per: FeeBasis = keys["per"].word(or: .trainee)
        let paidBy: Payer = keys["paid_by"].word(or: .employer)
        let covers: [NamedText] = keys.texts("covers")
        self.init(slug: slug, name: name, amount: amount, per: per, paidBy: paidBy, covers: covers)
    }
}
