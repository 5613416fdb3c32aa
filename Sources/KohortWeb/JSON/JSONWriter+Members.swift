import KohortCore

/// Members of the object being written, by names of ours.
extension JSONWriter {
    package mutating func member(_ name: StaticString, _ value: (inout JSONWriter) -> Void) {
        self.name(name)
        value(&self)
    }

    package mutating func member<Items: Sequence>(
        _ name: StaticString, list items: Items, _ write: (inout JSONWriter, Items.Element) -> Void
    ) {
        self.name(name)
        array(of: items, write)
    }

    package mutating func member<Item>(
        _ name: StaticString, list items: [Item], _ write: (inout JSONWriter, Item) -> Void
    ) {
        self.name(name)
        array(of: items, write)
    }

    /// By a name that is only known while it runs.
    package mutating func member(named name: String, _ value: (inout JSONWriter) -> Void) {
        self.name(name)
        value(&self)
    }

    package mutating func member(_ name: StaticString, _ value: Bool?) {
        self.name(name)
        self.value(value)
    }

    package mutating func member(_ name: StaticString, _ value: Int?) {
        self.name(name)
        self.value(value)
    }

    package mutating func member(_ name: StaticString, _ value: Int64?) {
        self.name(name)
        self.value(value)
    }

    package mutating func member(_ name: StaticString, _ value: Double?) {
        self.name(name)
        self.value(value)
    }

    package mutating func member<Tag>(_ name: StaticString, _ value: ID<Tag>?) {
        self.name(name)
        self.value(value)
    }

    package mutating func member(_ name: StaticString, _ value: Slug?) {
        self.name(name)
        self.value(value)
    }

    package mutating func member(_ name: StaticString, _ value: LocalDate?) {
        self.name(name)
        self.value(value)
    }

    package mutating func member(_ name: StaticString, _ value: Instant?) {
        self.name(name)
        self.value(value)
    }

    package mutating func member(_ name: StaticString, _ value: some JSONValue) {
        self.name(name)
        self.value(value)
    }
}
