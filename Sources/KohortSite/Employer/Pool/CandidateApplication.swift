import KohortCore
import KohortStore
import KohortWeb
import Recruitment

/// What a candidate wrote and sent.
struct CandidateApplication: PageModel {
    let candidacy: CandidacyID
    let state: String
    let hasEnded: Bool
    let facts: [Fact]
    let wishes: [WishLine]
    let documents: [DocumentLine]
    let experience: String
    let motivation: String

    init(_ candidacy: Candidacy, wishes: [WishLine], documents: [DocumentLine], _ visit: Visit) {
        self.candidacy = candidacy.id
        let values = [
            "number": candidacy.number.map { String($0) } ?? "",
            "moment": candidacy.submittedAt.map { visit.format.time($0) } ?? "",
        ]
        (state, hasEnded) = (visit.text("desk.candidate.state", values), candidacy.hasEnded)
        (facts, self.wishes, self.documents) = (candidacy.facts(visit), wishes, documents)
        (experience, motivation) = (candidacy.details.experience, candidacy.details.motivation)
    }

    static let fields: [String: PageField<Self>] = [
        "candidacy": .text { $0.candidacy.description },
        "state": .text { $0.state },
        "ended": .flag { $0.hasEnded },
        "facts": .list { $0.facts },
        "wished": .flag { !$0.wishes.isEmpty },
        "wishes": .list { $0.wishes },
        "documented": .flag { !$0.documents.isEmpty },
        "documents": .list { $0.documents },
        "experience": .text { $0.experience },
        "motivation": .text { $0.motivation },
    ]
}

/// A document to be downloaded.
struct DocumentLine: PageModel {
    let name: String
    let size: String
    let path: String

    init(_ document: Document, path: String, _ visit: Visit) {
        (name, self.path) = (document.name, path)
        size = visit.format.size(document.file.size)
    }

    static let fields: [String: PageField<Self>] = [
        "file": .text { $0.name }, "size": .text { $0.size }, "path": .text { $0.path },
    ]
}

extension Candidacy {
    /// Education and how to reach the candidate; what was left empty is left out.
    func facts(_ visit: Visit) -> [Fact] {
        lines(visit).filter { !$0.text.isEmpty }.map { Fact($0.label, $0.text) }
    }

    /// The same, with what was left empty.
    func lines(_ visit: Visit) -> [(label: String, text: String)] {
        let lines = [
            (
                "education",
                visit.education(details.educationLevel, details.educationField, details.school, details.graduationYear)
            ),
            ("place", details.place),
            ("born", details.birthYear.map { String($0) } ?? ""),
            ("email", details.email.text),
            ("phone", details.phone),
        ]
        return lines.map { (visit.text("desk.candidate.\($0.0)"), $0.1) }
    }
}
