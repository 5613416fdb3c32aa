/// How big an organisation is, for the rule of contrast (NOR-7): either a population figure with its source and date,
/// or a class.
package struct OrganisationSize: Hashable, Sendable, Codable {
    package let `class`: SizeClass?
    /// Inhabitants.
    package let population: Int?
    package let source: String?
    package let on: LocalDate?

    package init(`class`: SizeClass? = nil, population: Int? = nil, source: String? = nil, on: LocalDate? = nil) {
        self.class = `class`
        self.population = population
        self.source = source
        self.on = on
    }

    /// Whether this is smaller than another size; nil when a figure would be held against a class.
    package func isSmaller(than other: OrganisationSize) -> Bool? {
        if let population, let others = other.population { return population < others }
        if let `class`, let others = other.class { return `class` < others }
        return nil
    }
}

/// Below 15,000 inhabitants, below 50,000, and the rest.
package enum SizeClass: String, Sendable, Codable, CaseIterable, Comparable {
    case small, medium, large

    package static func < (left: SizeClass, right: SizeClass) -> Bool {
        switch (left, right) {
        case (.small, .medium), (.small, .large), (.medium, .large): true
        default: false
        }
    }
}
