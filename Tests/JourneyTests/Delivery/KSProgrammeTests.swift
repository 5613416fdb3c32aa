import HTTPTypes
import KohortTesting
import Testing

@Suite struct `What KS's programme says of itself` {
    private func gather(_ scheme: Scheme, _ kind: String, on day: String) async throws -> String {
        let body = ["kind": kind, "title": "Samling", "first_day": day, "last_day": day]
        return try await scheme.lead.post("/cohorts/\(scheme.cohort)/gatherings", body).said
    }

    @Test func `the employer seminar is held in April or May, before the start (KS11-5)`() async throws {
        let scheme = try await Scheme.ks(at: "2011-03-01T08:00:00Z")
        let calendar = try await Browser(installation: scheme.installation, tenant: "ks", language: "nb")
            .open("/calendar").text
        #expect(calendar.contains("Arbeidsgiverseminar") && calendar.contains("31. mai 2011"))
        #expect(try await gather(scheme, "employer_seminar", on: "2011-05-03") == "")
        #expect(
            try await gather(scheme, "gathering", on: "2011-05-03") == "first_day date.outside")
        let lines = try await scheme.lead.get("/cohorts/ks-cohort-5/gatherings").list("gatherings")
        #expect(lines.map { $0.text("first_day") } == ["2011-05-03"])
    }

    @Test func `KS is responsible, and whom to turn to there is shown (KS11-9)`() async throws {
        let scheme = try await Scheme.ks()
        let front = try await Browser(installation: scheme.installation, tenant: "ks", language: "nb").open("/").text
        #expect(front.contains("<dt>Ansvarlig</dt><dd>KS</dd>"))
        let drammen = scheme.holder("coordinator", of: "drammen")
        #expect(try await drammen.get("/contacts").list("contacts").isEmpty)
        _ = try await scheme.office(in: "nb")
        let contacts = try await drammen.get("/contacts").list("contacts")
        #expect(contacts.map { $0.text("name") } == ["Lea"] && contacts.map { $0.text("role") } == ["lead"])
        #expect(try await scheme.holder("trainee").get("/contacts").list("contacts").count == 1)
    }

    @Test func `the employer stays the employer of record wherever the trainee works (KS11-16)`() async throws {
        let (scheme, trainee) = try await Scheme.ksWithTrainee()
        let lines = [
            line("1", "drammen", "2011-09-01", "2012-06-01"), line("ks-period", "ks", "2012-06-01", "2012-08-01"),
            line("2", "bergen", "2012-08-01", "2013-03-01"),
        ]
        let bergen = scheme.holder("coordinator", of: "bergen")
        let plan = ["placements": lines]
        #expect(try await bergen.post("/trainees/\(trainee)/placements", plan).status == .notFound)
        #expect(try await scheme.plan(lines, for: trainee) == "")
        scheme.installation.move(to: "2012-09-10T08:00:00Z")
        let detail = try await scheme.trainee(trainee)
        #expect(detail.text("employer") == "drammen" && detail.text("contract") == "permanent")
        #expect(detail.list("placements").map { $0.text("paid_by") } == ["employer", "employer", "employer"])
        let left: [String: Any] = ["on": "2012-09-01", "reason": "studies"]
        #expect(try await bergen.post("/trainees/\(trainee)/withdrawal", left).status.code >= 400)
        #expect(try await scheme.trainee(trainee).text("state") == "enrolled")
    }

    @Test func `the recommended pay is HTA chapter 5, for the applicant and on the trainee's page (KS11-19)`()
        async throws
    {
        let (scheme, trainee) = try await Scheme.ksWithTrainee()
        let terms = try await scheme.trainee(trainee)["terms"] as? [String: Any]
        #expect(terms?.text("pay") == "HTA chapter 5")
        let front = try await Browser(installation: scheme.installation, tenant: "ks", language: "nb").open("/").text
        #expect(front.contains("<dt>Lønn</dt><dd>HTA kapittel 5</dd>"))
        #expect(try await scheme.office(in: "nb").open("/trainees/\(trainee)").text.contains("HTA kapittel 5"))
    }

    @Test func `the fee covers seminar, gatherings, network meetings and guidance, not pay (KS11-36)`() async throws {
        let scheme = try await Scheme.ks()
        let covered =
            "69\u{a0}000 NOK per trainee, arbeidsgiveren betaler. Dekker: Arbeidsgiverseminar, Seks samlinger, "
            + "Nettverksmøter for koordinatorene og Veiledning. Lønn kommer i tillegg"
        let front = try await Browser(installation: scheme.installation, tenant: "ks", language: "nb").open("/").text
        let staff = try await scheme.office(in: "nb").open("/staff/programmes/ks-2011").text
        #expect(front.contains(covered) && staff.contains(covered))
    }

    @Test func `coordinators meet in a network, where a programme has that (KS11-37)`() async throws {
        let scheme = try await Scheme.ks()
        #expect(try await gather(scheme, "network_meeting", on: "2011-10-05") == "")
        let lines = try await scheme.lead.get("/cohorts/ks-cohort-5/gatherings").list("gatherings")
        #expect(lines.map { $0.text("kind") } == ["network_meeting"])
        let romerike = try await Scheme.romerike()
        #expect(try await gather(romerike, "network_meeting", on: "2013-10-05") == "gathering.not_in_programme")
    }

    @Test func `each version keeps the purposes that it had (KS11-38)`() async throws {
        let scheme = try await Scheme.ks()
        let later = try Scheme.definition("ks-2011")
            .replacing("Rekruttere nyutdannede", with: "Skaffe kommunene folk")
            .replacing("version: 2011–2013", with: "version: 2013–2015")
        try await Scheme.apply(later, in: scheme.installation)
        let page = try await scheme.office(in: "nb").open("/staff/programmes/ks-2011").text
        for words in ["Rekruttere nyutdannede", "Skaffe kommunene folk", "Beholde dem", "Styrke omdømmet"] {
            #expect(page.contains(words), "\(words)")
        }
    }
}
