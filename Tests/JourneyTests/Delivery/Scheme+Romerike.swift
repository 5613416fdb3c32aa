import HTTPTypes
import KohortTesting
import Testing

extension Scheme {
    static let romerikeEmployers = [
        "aurskog-holand", "fet", "enebakk", "gjerdrum", "lorenskog", "nittedal", "nannestad", "raelingen",
    ]

    /// Romerike in August 2013, before its trainees are entered.
    static func romerike(changed: (String) -> String = { $0 }) async throws -> Scheme {
        try await begin("romerike", "romerike", cohort: "lttr-2013", at: "2013-08-15T08:00:00Z", changed: changed)
    }

    /// The eight trainees of 2013, by their employers.
    func enterTheEight() async throws -> [String] {
        var trainees: [String] = []
        for (number, employer) in Self.romerikeEmployers.enumerated() {
            trainees.append(try await enter("Trainee \(number + 1)", at: employer))
        }
        return trainees
    }

    /// Does what the programme asks for before its end: project and evaluation.
    func finish(_ trainee: String, as trainees: TokenHolder) async throws {
        let path = "/trainees/\(trainee)"
        #expect(try await trainees.post("\(path)/project", ["title": "Overvann"]).said == "")
        #expect(try await trainees.post("\(path)/project/submission", ["summary": "Tiltak"]).said == "")
        #expect(try await lead.post("\(path)/project/assessment", ["verdict": "passed"]).said == "")
        #expect(try await trainees.post("\(path)/evaluations", ["text": "Nyttig"]).said == "")
    }

    /// The row of a cohort in the table of results, as the JSON API has it.
    func result(of cohort: String) async throws -> ResultRow {
        let results: ResultsBody = try await lead.get("/reports/results").read()
        return try #require(results.cohorts.first { $0.slug == cohort })
    }

    func finished() async throws -> ResultsBody.Finished {
        let results: ResultsBody = try await lead.get("/reports/results").read()
        return results.finished
    }

    /// The page of results, read by somebody of the programme office.
    func report(in language: String = "nb") async throws -> String {
        try await office(in: language).open("/report").text
    }

    /// Somebody of the programme office, signed in.
    func office(in language: String) async throws -> Browser {
        struct Answer: Decodable { let link: String }
        let answer: Answer = try await installation.ask(
            "MakeInvitation",
            [
                "tenant": tenant, "email": "lead@office.example", "name": "Lea", "role": "lead",
                "language": language,
            ])
        let browser = Browser(installation: installation, tenant: tenant, language: language)
        return try await browser.signedIn(by: answer.link)
    }
}

struct ResultsBody: Decodable {
    struct Finished: Decodable, Equatable {
        let trainees, permanent: Int
        let hired_share: Double?
    }

    let cohorts: [ResultRow]
    let finished: Finished
}

struct ResultRow: Decodable, Equatable {
    let cohort, slug, status: String
    let members, trainees, permanent: Int?
    let hired_share: Double?
    let ends: String?
    let targets: [String: String]
    /// Null for what is pending or unknown.
    let counts: [String: Int?]
}
