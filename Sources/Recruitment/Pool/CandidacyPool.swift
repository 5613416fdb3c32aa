import KohortCore
import KohortStore

/// A released pool as one employer works through it: fifty a page by registration number, with the employer's own
/// marks and nobody else's.
package struct CandidacyPool: KeptQuery {
    package static let permission = Permission.readPool
    package static let pageSize = 50
    package var scope: Scope { .organisation(organisation) }

    package let round: RoundReference
    package let organisation: OrganisationID
    package let filter: PoolFilter
    /// The last number of the page before; nil for the first page.
    package let after: Int?

    package init(
        round: RoundReference, organisation: OrganisationID, filter: PoolFilter = PoolFilter(), after: Int? = nil
    ) {
        (self.round, self.organisation) = (round, organisation)
        (self.filter, self.after) = (filter, after)
    }

    package struct Answer: Hashable, Sendable {
        package let round: Round
        /// All candidacies of the pool, whatever it is narrowed to.
        package let total: Int
        /// Of these the submitted ones that the employer has not assessed yet.
        package let left: Int
        /// How many the filter lets through, on all pages.
        package let matching: Int
        /// The fields of education that occur in the pool, in alphabetical order, to narrow it by.
        package let educationFields: [String]
        package let candidates: [PoolCandidate]
        /// What `after` is on the next page; nil on the last one.
        package let next: Int?
    }

    package func fetch(in read: borrowing Read) throws -> Answer {
        let round = try ReleasedPool(of: round, for: organisation, in: read).round
        let condition = try filter.condition(for: organisation)
        let counts = try counts(of: round.id, condition, in: read)
        let rows = try rows(of: round.id, condition, in: read)
        let page = Array(rows.prefix(Self.pageSize))
        return Answer(
            round: round, total: counts.total, left: counts.left, matching: counts.matching,
            educationFields: try educationFields(in: round.id, read), candidates: try candidates(page, in: read),
            next: rows.count > page.count ? page.last?.number : nil)
    }

    /// What every page says of the whole pool is counted in indexes alone, without a look at the rows.
    private func counts(
        of round: RoundID, _ condition: SQL, in read: borrowing Read
    ) throws -> (total: Int, left: Int, matching: Int) {
        let assessed: SQL = """
            select count(*) from assessment a join candidacy c on c.id = a.candidacy
            where a.organisation = \(organisation) and c.round = \(round) and c.state = 'submitted'
                and c.number is not null
            """
        let counts = try read.first(
            """
            select count(*), count(case when c.state = 'submitted' then 1 end), (\(assessed)) from candidacy c
            where c.round = \(round) and \(ReleasedPool.membership)
            """
        ) { (try $0[0] as Int, try $0[1] as Int, try $0[2] as Int) }
        let (total, submitted, judged) = counts ?? (0, 0, 0)
        let matching =
            filter == PoolFilter()
            ? total : try read.count("select count(*) from \(pool(of: round)) and \(condition)")
        return (total, submitted - judged, matching)
    }

    /// One more than a page, which tells whether there is another.
    private func rows(of round: RoundID, _ condition: SQL, in read: borrowing Read) throws -> [PoolRow] {
        try read.all(
            """
            select \(PoolRow.columns)
            from \(pool(of: round)) and \(condition) and c.number > \(after ?? 0)
            order by c.number limit \(Self.pageSize + 1)
            """, PoolRow.init)
    }

    private func pool(of round: RoundID) -> SQL {
        """
        candidacy c
        left join assessment a on a.candidacy = c.id and a.organisation = \(organisation)
        left join ranking_entry r on r.round = c.round and r.organisation = \(organisation) and r.candidacy = c.id
        where c.round = \(round) and \(ReleasedPool.membership)
        """
    }

    private func candidates(_ page: [PoolRow], in read: borrowing Read) throws -> [PoolCandidate] {
        let ids = page.map(\.candidacy)
        let wishes = try PoolWish.all(of: ids, in: read)
        let offers = try Offer.latestStates(of: ids, by: organisation, in: read)
        return page.map { PoolCandidate($0, wishes: wishes[$0.candidacy] ?? [], offer: offers[$0.candidacy]) }
    }

    /// From one to the next in the index, since a pool of thousands has a handful.
    private func educationFields(in round: RoundID, _ read: borrowing Read) throws -> [String] {
        let next: SQL = """
            select c.education_field from candidacy c
            where c.round = \(round) and \(ReleasedPool.membership) and c.education_field >
            """
        return try read.all(
            """
            with recursive field (name) as (
                select (\(next) '' order by c.education_field limit 1)
                union all
                select (\(next) field.name order by c.education_field limit 1) from field where field.name is not null)
            select name from field where name is not null
            """
        ) { try $0[0] as String }.sorted { $0.alphabetical < $1.alphabetical }
    }
}
