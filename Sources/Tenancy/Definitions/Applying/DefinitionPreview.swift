import KohortCore
import KohortStore

/// What applying a file would change; nothing is changed.
package struct DefinitionPreview: Query {
    package static let permission = Permission.readDefinition
    package let scope = Scope.consortium
    package let definition: ConsortiumDefinition

    package init(_ definition: ConsortiumDefinition) { self.definition = definition }

    package func fetch(in read: borrowing Read) throws -> DefinitionEffect {
        try StoredDefinition.merged(with: definition, in: read).effect()
    }
}

/// The definition as it stands, of all files together; nil before the first is applied.
package struct CurrentDefinition: Query {
    package static let permission = Permission.readDefinition
    package let scope = Scope.consortium

    package init() {}

    package func fetch(in read: borrowing Read) throws -> ConsortiumDefinition? { try StoredDefinition.read(in: read) }
}
