import KohortCore
import KohortStore

/// What other modules ask about who acted.
package enum ActorLookup {
    /// A person or a token by name, with the organisations that they were ever granted a role on.
    package typealias Named = (name: String, organisations: [OrganisationID])

    package static func names(of ids: Set<String>, in read: borrowing Read) throws -> [String: Named] {
        let ids = ids.sorted()
        let grants = try read.all(Grant.self, "where holder in (\(list: ids)) order by from_at, id")
        var organisations: [String: [OrganisationID]] = [:]
        for grant in grants {
            guard let organisation = grant.scope.organisation else { continue }
            let known = organisations[grant.holder] ?? []
            if !known.contains(organisation) { organisations[grant.holder] = known + [organisation] }
        }
        let names = try read.all(
            """
            select id, name from person where id in (\(list: ids))
            union all select id, name from api_token where id in (\(list: ids))
            """
        ) { (try $0[0] as String, try $0[1] as String) }
        return Dictionary(
            uniqueKeysWithValues: names.map { id, name in (id, (name: name, organisations: organisations[id] ?? [])) })
    }
}
