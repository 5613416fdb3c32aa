import Hummingbird
import KohortApp
import KohortCore
import KohortStore
import KohortWeb
import NIOCore
import Recruitment

/// All applicants of a round as a file for a spreadsheet. It is written as it is read, some rows at a time, so that it
/// costs the same memory however many have applied.
enum RoundExportDesk {
    static func csv(_ request: Request, _ room: RoundVisit) async throws -> Response {
        let visit = room.visit
        if let again = visit.askingAgain(request) { return again }
        _ = try await visit.perform(ExportCandidacies(round: room.round.id))
        let name = "\(visit.slug)-\(room.round.slug)-applicants"
        return .csv(name, body(ExportTable(visit: visit), room.round.id, visit))
    }

    private static func body(_ table: ExportTable, _ round: RoundID, _ visit: Visit) -> ResponseBody {
        ResponseBody { writer in
            try await writer.write(ByteBuffer(string: CSV.text([table.heads])))
            var last: Int?
            repeat {
                let page = ExportedCandidacies(round: round, after: last)
                // Lent anew each time: the handler's own loan has ended by now.
                let lines = try await visit.site.kohort.use(visit.slug) { open in
                    try await open.store.fetch(page, by: visit.actor, at: visit.arrival)
                }
                last = lines.count < ExportedCandidacies.pageSize ? nil : lines.last?.number
                try await writer.write(ByteBuffer(string: CSV.rows(lines.map(table.cells))))
            } while last != nil
            try await writer.finish(nil)
        }
    }
}

/// The columns of the file, in the reader's language.
struct ExportTable {
    let visit: Visit

    var heads: [String] {
        let own = ["name", "email", "phone", "birth_year", "place"]
        let education = ["education_level", "education_field", "school", "graduation_year"]
        let texts = (own + education).map { visit.text("apply.\($0)") }
        return [visit.text("desk.candidate.number")] + texts + [visit.text("desk.candidate.wishes")]
            + ["experience", "motivation"].map { visit.text("apply.\($0)") }
    }

    func cells(_ line: ExportedCandidacies.Line) -> [String] {
        let details = line.candidacy.details
        let own = [
            String(line.number), details.name, details.email.text, details.phone, year(details.birthYear),
            details.place,
        ]
        let level = details.educationLevel.map { visit.text("education.\($0.rawValue)") } ?? ""
        let education = [level, details.educationField, details.school, year(details.graduationYear)]
        let wishes = line.wishes.map { "\($0.title), \(visit.name(of: $0.organisation))" }.joined(separator: "\n")
        return own + education + [wishes, details.experience, details.motivation]
    }

    private func year(_ year: Int?) -> String { year.map { String($0) } ?? "" }
}
