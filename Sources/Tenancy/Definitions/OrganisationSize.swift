import KohortCore

extension OrganisationSize {
    init(_ keys: Keys) {
        let `class`: SizeClass? = keys.optional("class")?.word(or: .small)
        let isClassed = `class` != nil
        let population: Int? = isClassed ? nil : keys["population"].integer(1...100_000_000)
        let source: String? = isClassed ? nil : keys["source"].text()
        let on: LocalDate? = isClassed ? nil : keys["on"].date()
        if isClassed {
            for key in ["population", "source", "on"] {
                keys.optional(key)?.report(.valueConflict, allowed: "a class or a population, not both")
            }
        }
        self.init(class: `class`, population: population, source: source, on: on)
    }
}
