import KohortCore
import KohortWeb
import Recruitment

extension Shape {
    static let pool = page(of: .record(line))
    static let employerPool = page(of: .record(line + marks), members(["left": .count]))

    private static let line = members([
        "id": .id, "number": .integer, "state": .choice(CandidacyState.self), "name": .text, "place": .text,
        "education_level": .nullable(.choice(EducationLevel.self)), "education_field": .text, "school": .text,
        "graduation_year": .nullable(.integer), "wishes": .list(.wish),
    ])

    private static let marks = members([
        "verdict": .nullable(.choice(Verdict.self)), "rank": .nullable(.integer),
        "offer": .nullable(.choice(OfferState.self)),
    ])

    static let wish = Shape.object([
        "position": .integer, "demand": .id, "title": .text, "organisation": .organisation,
    ])

    private static func page(of line: Shape, _ more: [Member] = []) -> Shape {
        .record(
            members(["round": .slug, "total": .count, "matching": .count]) + more
                + members(["candidacies": .list(line), "next": .nullable(.integer)]))
    }
}

extension JSONWriter {
    /// What a page says beside its lines.
    mutating func pool(_ pool: CandidacyPool.Answer) {
        member("round", pool.round.slug)
        member("total", pool.total)
        member("matching", pool.matching)
        member("next", pool.next)
    }

    /// A line without anybody's marks.
    mutating func candidate(_ candidate: PoolCandidate) {
        member("id", candidate.candidacy)
        member("number", candidate.number)
        member("state", candidate.state.rawValue)
        member("name", candidate.name)
        member("place", candidate.place)
        member("education_level", candidate.educationLevel?.rawValue)
        member("education_field", candidate.educationField)
        member("school", candidate.school)
        member("graduation_year", candidate.graduationYear)
        member("wishes", list: candidate.wishes) { $0.wish($1) }
    }

    mutating func marks(_ candidate: PoolCandidate) {
        member("verdict", candidate.verdict?.rawValue)
        member("rank", candidate.rank)
        member("offer", candidate.offer?.rawValue)
    }

    mutating func wish(_ wish: PoolWish) {
        object { json in
            json.member("position", wish.position)
            json.member("demand", wish.demand)
            json.member("title", wish.title)
            json.member("organisation") { $0.organisation(wish.organisation, wish.employer) }
        }
    }
}
