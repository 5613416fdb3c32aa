import KohortCore
import KohortWeb
import Recruitment

/// Where in a pool somebody is: the round, what it is narrowed to, and the page; as an address says it.
struct PoolAddress: Sendable {
    let round: Slug
    var filter = PoolFilter()
    /// The last number of the page before.
    var after: Int?
    /// Who is chosen to be looked at side by side, each once.
    var chosen: [CandidacyID] = []

    /// The keys that may stand more than once.
    static let repeating: Set<String> = ["candidacy"]

    init(round: Slug) { self.round = round }

    /// Words that mean nothing here narrow nothing.
    init(_ query: QueryParameters, round: Slug) {
        self.round = round
        after = query["after"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
        filter.ownWishes = query["own"] == "1"
        filter.educationField = query["field"].flatMap { $0.isEmpty ? nil : $0 }
        filter.educationLevel = query["level"].flatMap(EducationLevel.init(rawValue:))
        filter.judgement = query["mark"].flatMap(PoolFilter.Judgement.init(rawValue:))
        filter.isRanked = query["ranked"].flatMap { ["1": true, "0": false][$0] }
        filter.text = query["text"] ?? ""
        for candidacy in query.list("candidacy").compactMap({ CandidacyID($0) }) where !chosen.contains(candidacy) {
            chosen.append(candidacy)
        }
    }

    /// The query of the address, without the `?`.
    var query: String {
        var pairs = [("round", round.text)]
        if filter.ownWishes { pairs.append(("own", "1")) }
        if let field = filter.educationField { pairs.append(("field", field)) }
        if let level = filter.educationLevel { pairs.append(("level", level.rawValue)) }
        if let judgement = filter.judgement { pairs.append(("mark", judgement.rawValue)) }
        if let isRanked = filter.isRanked { pairs.append(("ranked", isRanked ? "1" : "0")) }
        if !filter.text.isEmpty { pairs.append(("text", filter.text)) }
        if let after { pairs.append(("after", String(after))) }
        pairs += chosen.map { ("candidacy", $0.description) }
        return pairs.map { "\($0)=\(PercentEncoding.part($1))" }.joined(separator: "&")
    }

    var isNarrowed: Bool { filter != PoolFilter() }

    func turned(to after: Int?) -> PoolAddress {
        var address = self
        address.after = after
        return address
    }

    /// With others chosen to be compared.
    func choosing(_ chosen: [CandidacyID]) -> PoolAddress {
        var address = self
        address.chosen = chosen
        return address
    }
}
