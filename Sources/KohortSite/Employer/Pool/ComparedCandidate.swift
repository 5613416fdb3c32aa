import KohortCore
import KohortWeb
import Recruitment

/// One of two candidates: what they sent, what the employer thinks of it, and where they stand on its list.
struct ComparedCandidate: PageModel {
    let name: String
    let path: String
    let application: CandidateApplication
    let mark: String
    let code: String
    let reasons: [String]
    let rank: String
    let offers: [OfferLine]
    let facts, texts: [(label: String, text: String)]

    init(
        _ candidate: CandidacyInPool.Answer, _ room: EmployerVisit, _ address: PoolAddress, _ board: RankingBoard.Answer
    ) {
        let (visit, candidacy, assessment) = (room.visit, candidate.candidacy, candidate.assessment)
        name = candidacy.details.name
        path = room.address("/pool/\(candidacy.id)?\(address.query)")
        application = CandidateApplication(candidate, room)
        code = assessment?.verdict.rawValue ?? "none"
        mark = visit.text("desk.verdict.\(code)")
        reasons = assessment?.reasons.map { visit.text("desk.reason.\($0.rawValue)") } ?? []
        rank = board.place(of: candidate, visit)
        offers = candidate.offers.map { OfferLine($0, visit) }
        facts = candidacy.lines(visit)
        texts = [
            (visit.text("desk.candidate.motivation"), application.motivation),
            (visit.text("desk.candidate.experience"), application.experience),
            (visit.text("desk.assessment.note"), assessment?.note ?? ""),
        ]
    }

    static let fields: [String: PageField<Self>] = [
        "name": .text { $0.name },
        "path": .text { $0.path },
        "application": .model { $0.application },
        "mark": .text { $0.mark },
        "code": .text { $0.code },
        "reasons": .texts { $0.reasons },
        "rank": .text { $0.rank },
        "offers": .list { $0.offers },
    ]
}

/// One thing that is said of both.
struct ComparedLine: PageModel {
    let label: String
    let cells: [Cell]

    struct Cell: PageModel {
        let name: String
        let text: String
        static let fields: [String: PageField<Self>] = ["name": .text { $0.name }, "text": .text { $0.text }]
    }

    static let fields: [String: PageField<Self>] = ["label": .text { $0.label }, "cells": .list { $0.cells }]

    /// What is said of none of them is left out.
    static func all(
        _ candidates: [ComparedCandidate], _ lines: (ComparedCandidate) -> [(label: String, text: String)]
    ) -> [ComparedLine] {
        guard let first = candidates.first else { return [] }
        return lines(first).enumerated().compactMap { index, line in
            let cells = candidates.map { Cell(name: $0.name, text: lines($0)[index].text) }
            return cells.allSatisfy(\.text.isEmpty) ? nil : ComparedLine(label: line.label, cells: cells)
        }
    }
}
