import Foundation
import KohortApp
import KohortCore
import KohortStore
import Recruitment
import Tenancy

@testable import KohortSite

/// What a tenant holds before anybody asks for anything, made by the commands that pages and systems perform.
struct WallSeed: Sendable {
    let tenant: WallTenant
    let lead: String
    /// Of the two employers, and of those who are named to trainees.
    let north, south, mentor, supervisor, trainee: String
    /// What addresses of the API name, by the name of the capture or `operation.capture`.
    var captures: [String: String] = [:]
    var credentials: [Caller: Credential] = [:]
    /// By which mentors and supervisors come in.
    var provider: WallProvider?

    var secret: String { tenant.secret }
    var site: WallSite { tenant.site }

    /// Before any deadline.
    init(_ tenant: WallTenant) async throws {
        self.tenant = tenant
        lead = try await tenant.token(.lead)
        (north, south) = (try await tenant.token(.coordinator, "north"), try await tenant.token(.coordinator, "south"))
        mentor = try await tenant.token(.mentor, "north")
        supervisor = try await tenant.token(.supervisor, "north")
        trainee = try await tenant.token(.trainee)
        captures = ["employer": "north", "round": "pool", "cohort": "run", "goal": "projects", "item": "inform"]
        captures.merge(["outcome": "offered", "number": "1"]) { $1 }
    }

    /// Of a twin, whose keys are all the same.
    init(_ twin: WallTenant, of other: WallSeed) async throws {
        self = try await WallSeed(twin)
        captures = other.captures
        // Who declined or withdrew meanwhile has no way in any more.
        for name in ["pool.candidacy.3", "open.candidacy.3"] { captures[name] = nil }
        try await signIn()
    }

    /// Calls, demand, applications, interest, matters, webhooks.
    mutating func begin() async throws {
        for employer in ["north", "south", "east"] {
            _ = try await tenant.cookie(
                "\(secret)@\(employer).example", .coordinator,
                on: .organisation(try await tenant.organisation(employer)))
        }
        var (disabled, removed): ([String], [String]) = ([], [])
        for name in ["first", "second", "third", "fourth"] {
            func body(_ more: String) -> String {
                #"{"url":"https://\#(tenant.slug)-\#(name).example/\#(secret)"\#(more)}"#
            }
            let webhook = try await tenant.made("/webhooks", body(""), by: lead)
            captures["webhook"] = captures["webhook"] ?? webhook
            let own = try await tenant.made("/webhooks", body(#","employer":"north""#), by: north)
            let places = ["/staff/integrations/\(webhook)", "/employer/north/integrations/\(own)"]
            if name == "second" { disabled = places }
            if name == "third" { removed = places }
            if name == "fourth" { captures["removeWebhook.webhook"] = webhook }
        }
        for command in ["DisableWebhook", "EnableWebhook"] {
            captures["\(command).only"] = disabled.joined(separator: " ")
        }
        captures["RemoveWebhook.only"] = removed.joined(separator: " ")
        for (round, _) in WallDefinition.rounds { try await call(round) }
        for kind in ["settleMatter.matter", "matter", "spare"] {
            captures[kind] = try await tenant.made(
                "/matters", #"{"kind":"legal","title":"\#(secret) matter"}"#, by: lead)
        }
        try await tenant.made(
            "/interests",
            #"""
            {"programme":"trainee","municipality":"\#(secret)","contact_name":"\#(secret)",\#
            "contact_email":"\#(secret)@interest.example"}
            """#, by: nil)
    }

    private mutating func call(_ round: String) async throws {
        let isPlanned = round.hasPrefix("plan")
        for (number, employer) in ["north", "north", "north", "south"].enumerated() {
            let terms = #"""
                {"round":"\#(round)","title":"\#(tenant.open) demand \#(number)","field":"\#(tenant.open)",\#
                "competence":"\#(tenant.open)","place":"\#(tenant.open)","asked":2}
                """#
            let demand = try await tenant.made(
                "/employers/\(employer)/demands", terms, by: employer == "north" ? north : south)
            if isPlanned, round < "plan-3" {
                captures["\(["changeDemand", "withdrawDemand", "approveDemand", "declineDemand"][number]).demand"] =
                    demand
            } else {
                try await tenant.made("/demands/\(demand)/approval", #"{"positions":2}"#, by: lead)
                if employer == "north", round == "open" { captures["vacancy"] = demand }
                if employer == "north", round == "pool" { captures["demand"] = demand }
            }
        }
        if isPlanned { return }
        try await tenant.made("/rounds/\(round)/call", #"{"channels":["press"]}"#, by: lead)
        for number in 1...(round == "pool" ? 12 : 5) { try await apply(number, in: round) }
    }

    private mutating func apply(_ number: Int, in slug: String) async throws {
        let (secret, now) = (secret, site.now)
        let candidacy = try await tenant.use { open in
            let upload = try await open.files.begin()
            try await upload.append(Array("%PDF-1.4 \(secret) CV \(slug) \(number)".utf8))
            let cv = NewDocument(
                id: .new(at: now), kind: .cv, name: "\(secret).pdf", format: .pdf, file: try await upload.finish())
            var form = CandidacyForm(
                name: "\(secret) \(number)", email: "\(secret)-\(slug)-\(number)@people.example", language: .en)
            (form.phone, form.place, form.educationLevel) = ("+47 90 00 00 00", secret, "master")
            (form.educationField, form.school, form.motivation) = (secret, secret, secret)
            let vacancies = try await open.store.fetch(RoundDemands(round: slug), by: .operator, at: now)
            (form.wishes, form.channel) = (Array(vacancies.wishes.prefix(2)), "press")
            let command = ApplyForPlaces(
                id: .new(at: now), round: vacancies.round, form: form, documents: [cv], submits: true)
            return try await open.store.perform(command, by: .anonymous, at: now).candidacy
        }
        captures[number == 1 ? "\(slug).candidacy" : "\(slug).candidacy.\(number)"] = candidacy.description
        if slug == "pool", number == 12 { captures["withdrawCandidacy.candidacy"] = candidacy.description }
        if slug == "pool", number == 1 { captures["candidacy"] = candidacy.description }
    }
}

/// A round and the demands in it that can be wished for.
private struct RoundDemands: KohortStore.Query {
    static let permission = Permission.readRounds
    let scope = Scope.consortium
    let round: String

    func fetch(in read: borrowing Read) throws -> (round: RoundID, wishes: [DemandID]) {
        let rounds = try read.all(Round.self).filter { $0.slug.text == round }
        guard let found = rounds.first else { throw Rejection.notFound }
        let demands = try read.all(Demand.self, "where round = \(found.id) order by stated_at, id")
        return (found.id, demands.map(\.id))
    }
}
