import KohortCore
import KohortStore
import KohortWeb
import Recruitment

extension Shape {
    static let candidacy = Shape.record(written)
    static let employerCandidacy = Shape.record(
        written
            + members([
                "assessment": .nullable(assessment), "rank": .nullable(.integer), "offers": .list(offerInPool),
            ]))

    private static let written = members([
        "id": .id, "round": .slug, "number": .nullable(.integer), "state": .choice(CandidacyState.self),
        "name": .text, "email": .string(format: "email"), "phone": .text, "birth_year": .nullable(.integer),
        "place": .text, "education_level": .nullable(.choice(EducationLevel.self)), "education_field": .text,
        "school": .text, "graduation_year": .nullable(.integer), "experience": .text, "motivation": .text,
        "language": .choice(Language.self), "channel": .nullable(.slug), "submitted_at": .nullable(.instant),
        "wishes": .list(.wish), "documents": .list(document),
    ])

    private static let document = Shape.object([
        "id": .id, "kind": .choice(DocumentKind.self), "name": .text, "media_type": .text, "size": .count,
    ])

    private static let assessment = Shape.object([
        "verdict": .choice(Verdict.self), "reasons": .list(.choice(AssessmentReason.self)), "note": .text,
        "assessed_at": .instant,
    ])

    private static let offerInPool = Shape.object([
        "id": .id, "demand": .id, "state": .choice(OfferState.self), "respond_by": .date,
    ])
}

extension JSONWriter {
    /// What the applicant wrote and sent.
    mutating func candidacy(_ answer: CandidacyInPool.Answer) {
        let (candidacy, details) = (answer.candidacy, answer.candidacy.details)
        member("id", candidacy.id)
        member("round", answer.round.slug)
        member("number", candidacy.number)
        member("state", candidacy.state.rawValue)
        applicant(details)
        member("language", candidacy.language.rawValue)
        member("channel", candidacy.channel)
        member("submitted_at", candidacy.submittedAt)
        member("wishes", list: answer.wishes) { $0.wish($1) }
        member("documents", list: answer.documents) { $0.document($1) }
    }

    /// What the employer thinks of it, and has done.
    mutating func marks(_ answer: CandidacyInPool.Answer) {
        member("assessment") { json in
            guard let assessment = answer.assessment else { return json.null() }
            json.assessment(assessment)
        }
        member("rank", answer.rank)
        member("offers", list: answer.offers) { json, offer in
            json.object { json in
                json.member("id", offer.id)
                json.member("demand", offer.demand)
                json.member("state", offer.state.rawValue)
                json.member("respond_by", offer.respondBy)
            }
        }
    }

    private mutating func applicant(_ details: ApplicantDetails) {
        member("name", details.name)
        member("email", details.email.text)
        member("phone", details.phone)
        member("birth_year", details.birthYear)
        member("place", details.place)
        member("education_level", details.educationLevel?.rawValue)
        member("education_field", details.educationField)
        member("school", details.school)
        member("graduation_year", details.graduationYear)
        member("experience", details.experience)
        member("motivation", details.motivation)
    }

    private mutating func document(_ document: Document) {
        object { json in
            json.member("id", document.id)
            json.member("kind", document.kind.rawValue)
            json.member("name", document.name)
            json.member("media_type", document.format.mediaType)
            json.member("size", document.file.size)
        }
    }

    private mutating func assessment(_ assessment: Assessment) {
        object { json in
            json.member("verdict", assessment.verdict.rawValue)
            json.member("reasons", list: assessment.reasons) { $0.value($1.rawValue) }
            json.member("note", assessment.note)
            json.member("assessed_at", assessment.assessedAt)
        }
    }
}
