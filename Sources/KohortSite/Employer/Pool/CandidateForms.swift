import KohortCore
import KohortWeb
import Recruitment

/// The forms beside a candidate.
enum CandidateForms {
    /// What the employer says, or said before.
    static func assessment(_ place: CandidatePlace, _ refusal: Refusal?) -> DeskForm {
        let (visit, assessment) = (place.room.visit, place.candidate.assessment)
        let make = DeskFields(visit: visit, texts: "desk.assessment", refusal: refusal)
        let verdicts = Verdict.allCases.map { ($0.rawValue, visit.text("desk.verdict.\($0.rawValue)")) }
        let reasons = AssessmentReason.allCases.map { ($0.rawValue, visit.text("desk.reason.\($0.rawValue)")) }
        let path = "/pool/\(place.candidate.candidacy.id)/assessment?\(place.address.query)"
        return DeskForm(
            action: place.room.address(path),
            fields: [
                make.choices("verdict", .oneOf, verdicts, chosen: assessment.map { [$0.verdict.rawValue] } ?? []),
                make.choices(
                    "reasons", .anyOf, reasons, chosen: assessment?.reasons.map(\.rawValue) ?? [], hinted: true),
                make.optional("note", .area, assessment?.note ?? "", hinted: true),
            ], button: visit.text("desk.assessment.press"))
    }

    /// Nil while no place is free, and where an offer stands or the employer has said no.
    static func offer(
        _ place: CandidatePlace, _ board: RankingBoard.Answer, _ terms: IntakeTerms, _ refusal: Refusal?
    ) -> DeskForm? {
        let (visit, candidate) = (place.room.visit, place.candidate)
        let free = board.places.filter { $0.free > 0 }
        let hasOffer = candidate.offers.contains { $0.state == .open || $0.state == .accepted }
        guard !free.isEmpty, !hasOffer, candidate.assessment?.verdict != .notQualified else { return nil }
        let make = DeskFields(visit: visit, texts: "desk.offer", refusal: refusal)
        let places = free.map {
            ($0.demand.description, visit.text("desk.offer.place", ["title": $0.title, "free": String($0.free)]))
        }
        return DeskForm(
            action: place.room.address("/offers?\(place.address.query)"),
            fields: [
                make.choices("demand", .oneOf, places, chosen: places.count == 1 ? [places[0].0] : []),
                make.contracts(of: terms),
            ], button: visit.text("desk.offer.press"))
    }
}

extension DeskFields {
    /// The programme's kinds of contract, with the recommended one chosen (KS11-17).
    func contracts(of terms: IntakeTerms) -> DeskField {
        let contracts = terms.contracts.map { ($0.rawValue, visit.text("desk.contract.\($0.rawValue)")) }
        return choices("contract", .oneOf, contracts, chosen: contracts.prefix(1).map(\.0))
    }
}
