import KohortCore
import KohortStore

/// A place that a candidate wishes for, by the vacancy's title and its employer.
package struct PoolWish: Hashable, Sendable {
    /// In order of wish, from 1.
    package let position: Int
    package let demand: DemandID
    package let title: String
    package let organisation: OrganisationID
    package let employer: OrganisationName
}

extension PoolWish {
    /// The wishes of some candidacies, each one's in order.
    static func all(of candidacies: [CandidacyID], in read: borrowing Read) throws -> [CandidacyID: [PoolWish]] {
        let names = try read.ask(MemberDirectory.self).names(read)
        var wishes: [CandidacyID: [PoolWish]] = [:]
        try read.forEach(
            """
            select w.candidacy, w.position, w.demand, d.title, d.organisation
            from candidacy_wish w join demand d on d.id = w.demand
            where w.candidacy in (\(list: candidacies)) order by w.candidacy, w.position
            """
        ) { tuple in
            let organisation: OrganisationID = try tuple[4]
            let wish = PoolWish(
                position: try tuple[1], demand: try tuple[2], title: try tuple[3], organisation: organisation,
                employer: try names.name(of: organisation))
            wishes[try tuple[0], default: []].append(wish)
        }
        return wishes
    }
}
