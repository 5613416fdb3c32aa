import HTTPTypes
import KohortTesting
import Testing

@Suite struct `The terms of a programme of one business` {
    private func terms(_ scheme: Scheme, of trainee: String) async throws -> [String: Any] {
        try await scheme.trainee(trainee)["terms"] as? [String: Any] ?? [:]
    }

    @Test func `pay is one half during the programme, and the trainee's page says so (GEN-2)`() async throws {
        let scheme = try await Scheme.general()
        let trainee = try await scheme.enter("Gry Gran", at: "business")
        #expect(try await terms(scheme, of: trainee).number("pay_share_percent") == 50)
        let page = try await scheme.office(in: "nb").open("/trainees/\(trainee)").text
        #expect(page.contains("50\u{a0}% av full lønn underveis"))
        let full = try await Scheme.general { $0.replacing("        pay_share_percent: 50\n", with: "") }
        let other = try await full.enter("Gry Gran", at: "business")
        #expect(try await terms(full, of: other).number("pay_share_percent") == nil)
        #expect(try await !full.office(in: "nb").open("/trainees/\(other)").text.contains("av full lønn"))
    }

    @Test func `those are chosen whose education is relevant, as the programme's page says (GEN-4)`() async throws {
        let scheme = try await Scheme.general()
        let page = try await scheme.office(in: "nb").open("/staff/programmes/general").text
        #expect(page.contains("Velges etter") && page.contains("Hvor relevant utdanningen er"))
    }

    @Test func `a programme may limit its fields, and one that does not only names them (GEN-5)`() async throws {
        func enter(_ field: String, in scheme: Scheme) async throws -> String {
            let address = "\(field.utf8.count)@people.example"
            let body = [
                "name": "Gry Gran", "email": address, "employer": "business", "field": field, "contract": "temporary",
            ]
            return try await scheme.lead.post("/cohorts/first/trainees", body).said
        }
        let open = try await Scheme.general()
        #expect(try await enter("Painter", in: open) == "")
        let limited = try await Scheme.general {
            $0.replacing("        fields:\n", with: "        fields_limited: true\n        fields:\n")
        }
        #expect(try await enter("Painter", in: limited) == "field field.limited")
        #expect(try await enter("Sjuksköterska", in: limited) == "")
        #expect(try await enter("engineer", in: limited) == "")
        let page = try await limited.office(in: "nb").open("/staff/programmes/general").text
        #expect(page.contains("Sykepleier") && page.contains("Bare disse fagene"))
    }

    @Test func `a hire at the end is usual and not promised: who is not hired has completed all the same (GEN-6)`()
        async throws
    {
        let scheme = try await Scheme.general()
        let trainee = try await scheme.enter("Gry Gran", at: "business")
        #expect(try await terms(scheme, of: trainee).text("hire_at_end") == "usual")
        scheme.installation.move(to: "2029-09-02T08:00:00Z")
        #expect(try await scheme.lead.post("/trainees/\(trainee)/completion", ["on": "2029-08-31"]).said == "")
        #expect(try await scheme.lead.post("/cohorts/first/closing").said == "")
        let row = try await scheme.result(of: "first")
        #expect(row.status == "finished" && row.trainees == 1 && row.permanent == 0)
        #expect(row.counts["completed"] == 1 && row.counts["offered"] == 0)
    }

    @Test func `a school is a partner: it hosts nobody and employs no trainee (GEN-7)`() async throws {
        let scheme = try await Scheme.general()
        let hosts = try await scheme.lead.get("/hosts").list("hosts")
        #expect(hosts.map { $0.text("slug") } == ["business", "school"])
        #expect(hosts.map { $0["member"] as? Bool } == [true, false])
        var entry = [
            "name": "Siv Skole", "email": "siv@people.example", "employer": "school", "field": "Nurse",
            "contract": "temporary",
        ]
        #expect(try await scheme.lead.post("/cohorts/first/trainees", entry).said == "organisation.not_member")
        entry["employer"] = "business"
        #expect(try await scheme.lead.post("/cohorts/first/trainees", entry).said == "")
    }

    @Test func `nobody is bound to stay: a trainee leaves for other work on any day (GEN-8)`() async throws {
        let scheme = try await Scheme.general()
        let trainee = try await scheme.enter("Gry Gran", at: "business")
        #expect(try await terms(scheme, of: trainee)["bound_to_stay"] as? Bool == false)
        let page = try await scheme.office(in: "en").open("/trainees/\(trainee)").text
        #expect(page.contains("Nobody is bound to stay") && !page.contains("The trainee must stay"))
        scheme.installation.move(to: "2026-09-02T08:00:00Z")
        let left: [String: Any] = ["on": "2026-09-01", "reason": "other_work"]
        #expect(try await scheme.lead.post("/trainees/\(trainee)/withdrawal", left).said == "")
        let bound = try await Scheme.general {
            $0.replacing("bound_to_stay: false", with: "bound_to_stay: true")
        }
        let other = try await bound.enter("Gry Gran", at: "business")
        #expect(try await bound.office(in: "en").open("/trainees/\(other)").text.contains("The trainee must stay"))
    }
}
