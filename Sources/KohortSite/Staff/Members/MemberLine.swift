import KohortCore
import KohortWeb
import Tenancy

/// One membership, which several organisations may hold together (ROM-7).
struct MemberLine: PageModel {
    let names: String
    let kinds: String
    let sizes: String
    let from: String
    let to: String
    let isAssumed: Bool

    init(_ membership: MembershipDefinition, _ definition: ConsortiumDefinition, _ visit: Visit) {
        let holders = definition.organisations.filter { membership.organisations.contains($0.slug) }
        names = visit.format.list(holders.map { $0.name.text(in: visit.language) })
        kinds = Self.each(holders.map { visit.text("staff.organisation.\($0.kind.rawValue)") })
        sizes = Self.each(holders.compactMap { $0.size?.words(visit) })
        from = visit.format.date(membership.from)
        to = membership.to.map { visit.format.date($0.adding(days: -1)) } ?? ""
        isAssumed = !membership.assumed.isEmpty
    }

    private static func each(_ words: [String]) -> String {
        words.enumerated().filter { words.firstIndex(of: $0.element) == $0.offset }.map(\.element).joined(
            separator: ", ")
    }

    static let fields: [String: PageField<Self>] = [
        "names": .text { $0.names },
        "kinds": .text { $0.kinds },
        "sizes": .text { $0.sizes },
        "from": .text { $0.from },
        "to": .text { $0.to },
        "assumed": .flag { $0.isAssumed },
    ]
}

extension OrganisationSize {
    /// The figure with its source and date, or the class.
    fileprivate func words(_ visit: Visit) -> String {
        if let `class` { return visit.text("staff.size.\(`class`.rawValue)") }
        guard let population, let source, let on else { return "" }
        return visit.text(
            "staff.size.population",
            ["number": visit.format.number(population), "source": source, "date": visit.format.date(on)])
    }
}
