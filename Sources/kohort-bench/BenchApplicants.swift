import KohortApp
import KohortCore
import KohortStore
import Recruitment

/// More applicants for the demo's round than the demo has, all with the same CV.
struct BenchApplicants: Sendable {
    private static let callers = 64
    private let open: TenantStore
    private let now: Instant

    init(_ open: TenantStore, at now: Instant) { (self.open, self.now) = (open, now) }

    func apply(_ numbers: Range<Int>) async throws {
        let vacancies = try await open.store.fetch(VacancyList(), by: .anonymous, at: now).vacancies
        let rounds = try await open.store.fetch(RoundList(), by: .operator, at: now)
        guard let round = rounds.first else { throw Rejection.notFound }
        let upload = try await open.files.begin()
        try await upload.append(Array("%PDF-1.4\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n".utf8))
        let file = try await upload.finish()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in numbers {
                if number - numbers.lowerBound >= Self.callers { try await group.next() }
                group.addTask {
                    let wish = vacancies[number % vacancies.count].demand
                    let cv = NewDocument(id: .new(), kind: .cv, name: "cv.pdf", format: .pdf, file: file)
                    let form = form(number, wish)
                    let command = ApplyForPlaces(
                        id: .new(), round: round.id, form: form, documents: [cv], submits: true)
                    _ = try await open.store.perform(command, by: .anonymous, at: now)
                }
            }
            try await group.waitForAll()
        }
    }

    private func form(_ number: Int, _ wish: DemandID) -> CandidacyForm {
        var form = CandidacyForm(
            name: "Bench \(number)", email: "bench-\(number)@people.example", language: .sv)
        (form.phone, form.birthYear, form.place) = ("+46 70 000 00 00", "1999", "Umeå")
        (form.educationLevel, form.educationField) = ("master", "Energi")
        (form.school, form.graduationYear) = ("Umeå universitet", "2026")
        form.wishes = [wish]
        return form
    }
}
