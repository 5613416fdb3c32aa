import KohortCore
import KohortWeb
import Recruitment
import Tenancy

/// One candidate in the list, with the employer's own marks at hand.
struct PoolLine: PageModel {
    let candidate: PoolCandidate
    let path: String
    let education: String
    let wishes: [WishLine]
    let mark: String
    let offer: String?
    let assessment: String?
    let rank: String?
    let isChosen: Bool
    var isCurrent = false

    init(_ candidate: PoolCandidate, _ room: EmployerVisit, _ address: PoolAddress) {
        let (visit, query) = (room.visit, address.query)
        let own = "/pool/\(candidate.candidacy)"
        self.candidate = candidate
        path = room.address("\(own)?\(query)")
        education = visit.education(candidate)
        wishes = candidate.wishes.map { WishLine($0, room) }
        mark = visit.text("desk.verdict.\(candidate.verdict?.rawValue ?? "none")")
        offer = candidate.offer.map { visit.text("desk.offer.state.\($0.rawValue)") }
        isChosen = address.chosen.contains(candidate.candidacy)
        let isOpen = candidate.state == .submitted
        assessment = isOpen && candidate.verdict == nil ? room.address("\(own)/assessment?\(query)") : nil
        rank =
            isOpen && candidate.rank == nil && candidate.verdict != .notQualified
            ? room.address("\(own)/rank?\(query)") : nil
    }

    static let fields: [String: PageField<Self>] = [
        "id": .text { $0.candidate.candidacy.description },
        "number": .text { String($0.candidate.number) },
        "name": .text { $0.candidate.name },
        "path": .text { $0.path },
        "place": .text { $0.candidate.place },
        "education": .text { $0.education },
        "wishes": .list { $0.wishes },
        "mark": .text { $0.mark },
        "code": .text { $0.candidate.verdict?.rawValue ?? "none" },
        "position": .text { $0.candidate.rank.map { String($0) } },
        "offer": .text { $0.offer },
        "ended": .flag { $0.candidate.state == .closed },
        "assessment": .text { $0.assessment },
        "rank": .text { $0.rank },
        "chosen": .flag { $0.isChosen },
        "current": .flag { $0.isCurrent },
    ]
}

/// A place that a candidate wishes for.
struct WishLine: PageModel {
    let title: String
    let employer: String
    let isOwn: Bool

    init(_ wish: PoolWish, isOwn: Bool, _ visit: Visit) {
        (title, self.isOwn, employer) = (wish.title, isOwn, visit.name(of: wish.organisation))
    }

    init(_ wish: PoolWish, _ room: EmployerVisit) {
        self.init(wish, isOwn: wish.organisation == room.employer.id, room.visit)
    }

    static let fields: [String: PageField<Self>] = [
        "title": .text { $0.title }, "employer": .text { $0.employer }, "own": .flag { $0.isOwn },
    ]
}

extension Visit {
    /// Level, field, school and year, as far as they are told.
    func education(_ candidate: PoolCandidate) -> String {
        education(candidate.educationLevel, candidate.educationField, candidate.school, candidate.graduationYear)
    }

    func education(_ level: EducationLevel?, _ field: String, _ school: String, _ year: Int?) -> String {
        [level.map { text("desk.level.\($0.rawValue)") } ?? "", field, school, year.map { String($0) } ?? ""]
            .filter { !$0.isEmpty }.joined(separator: ", ")
    }

    /// An organisation's name in the reader's language.
    func name(of organisation: OrganisationID) -> String {
        consortium.organisations.first { $0.id == organisation }?.name.text(in: language) ?? ""
    }
}
