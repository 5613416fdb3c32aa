import KohortCore
import KohortStore

/// What other modules ask about who acted.
package enum ActorLookup {
    /// The names of persons and tokens by id, with the organisations that they were ever granted a role on.
    package static func names(
        of ids: Set<String>, in read: borrowing Read
    ) throws -> [String: (name: String, organisations: [OrganisationID])] {
        let ids = ids.sorted()
        let grants = try Dictionary(
            grouping: read.all(Grant.self, "where holder in (\(list: ids)) order by from_at, id"), by: \.holder)
        let names = try read.all(
            """
            select id, name from person where id in (\(list: ids))
            union all select id, name from api_token where id in (\(list: ids))
            """
        ) { (try $0[0] as String, try $0[1] as String) }
        let known = names.map { id, name in
            let organisations = (grants[id] ?? []).compactMap(\.scope.organisation)
            return (
                id,
                (name: name, organisations: organisations.reduce(into: []) { if !$0.contains($1) { $0.append($1) } })
            )
        }
        return Dictionary(uniqueKeysWithValues: known)
    }
}
