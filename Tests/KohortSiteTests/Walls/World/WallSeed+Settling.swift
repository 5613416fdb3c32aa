import Foundation
import KohortApp
import KohortCore
import KohortStore
import Tenancy

@testable import KohortSite

extension WallSeed {
    /// What requests of the API name of their own, so that none takes another's away.
    mutating func settle() async throws {
        captures.merge([
            "publishCall.round": "plan-3", "moveDeadlines.round": "plan-2", "releasePool.round": "shut-2",
            "closeRound.round": "end-2", "stateDemand.round": "plan-1", "stateDemandLate.round": "open",
            "startCandidacy.round": "open", "closeCohort.cohort": "over-2", "planGathering.cohort": "run",
            "recordEmployerAttendance.gathering": captures["seminar"] ?? "",
            "moveGathering.gathering": captures["gathering.1"] ?? "",
            "fixContent.gathering": captures["gathering.2"] ?? "",
            "prepareTrainee.gathering": captures["gathering.2"] ?? "",
        ]) { $1 }
        let trainees = [
            "hireEarly": 5, "removeTrainee": 9, "withdrawTrainee": 6, "completeTrainee": 13, "awardDiploma": 3,
            "issueCertificate": 3, "revokeDocument": 4, "planPlacements": 9, "movePlacement": 8, "extendProbation": 8,
            "recordLeave": 8, "nameMentor": 7, "endMentorship": 2, "cancelLeave": 2, "extendTrainee": 11,
            "nameProject": 8, "handInProject": 8, "assessProject": 8,
        ]
        for (operation, number) in trainees { captures["\(operation).trainee"] = captures["trainee.\(number)"] }
        captures["movePlacement.placement"] = captures["placement.8"]
        captures["endSupervision.placement"] = captures["placement.2"]
        try await select()
        try await certify()
        try await bill()
        try await name()
        try await spare()
    }

    /// Offers and nominations of the released pool.
    private mutating func select() async throws {
        try await tenant.made("/rounds/pool/release", by: lead)
        let demand = captures["demand"] ?? ""
        let more = try await tenant.members("/rounds/pool/demands", by: north)
        let demands = (more["demands"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
        for number in 2...5 {
            let candidacy = captures["pool.candidacy.\(number)"] ?? ""
            let place = demands[(number - 2) / 2 % max(1, demands.count)]
            captures["offer.\(number)"] = try await tenant.made(
                "/employers/north/offers", #"{"demand":"\#(place)","candidacy":"\#(candidacy)"}"#, by: north)
        }
        (captures["offer"], captures["withdrawOffer.offer"]) = (captures["offer.4"], captures["offer.5"])
        captures["makeOffer.demand"] = demands.last { $0 != demand } ?? demand
        captures["makeOffer.candidacy"] = captures["pool.candidacy.7"]
        captures["arrangeRanking.candidacy"] = captures["pool.candidacy.8"]
        for name in ["nomination", "nomination.2"] {
            captures[name] = try await tenant.made(
                "/employers/north/nominations",
                #"""
                {"round":"pool","name":"\#(secret)","email":"\#(secret)-\#(name)@people.example",\#
                "field":"\#(secret)","hired_on":"2026-12-01"}
                """#, by: north)
        }
        captures["withdrawNomination.nomination"] = captures["nomination.2"]
        for (employer, token) in [("north", north), ("south", south)] {
            try await tenant.made(
                "/employers/\(employer)/pool/\(captures["candidacy"] ?? "")/assessment",
                #"{"verdict":"qualified","note":"\#(secret)note-\#(employer)"}"#, by: token)
        }
        let ranked = ["8", "9"].compactMap { captures["pool.candidacy.\($0)"] }.map { "\"\($0)\"" }
        try await tenant.made(
            "/employers/north/rankings/pool", "{\"candidacies\":[\(ranked.joined(separator: ","))]}", by: north)
    }

    /// A diploma and a certificate that can be verified.
    private mutating func certify() async throws {
        let own = "/trainees/\(captures["trainee.4"] ?? "")"
        captures["revokeDocument.document"] = try await tenant.made("\(own)/documents/diploma", by: lead)
        for number in [1, 4] {
            let own = "/trainees/\(captures["trainee.\(number)"] ?? "")"
            try await tenant.made("\(own)/documents/certificate", by: north)
        }
        try await tenant.made("/trainees/\(captures["trainee"] ?? "")/documents/diploma", by: lead)
        let shown = try await tenant.members("/trainees/\(captures["trainee"] ?? "")/documents", by: lead)
        captures["code"] = (shown["documents"] as? [[String: Any]])?.first?["code"] as? String
    }

    /// Persons, units, talks and deliveries.
    private mutating func name() async throws {
        let trainee = "/trainees/\(captures["trainee"] ?? "")"
        for name in ["one", "two"] {
            try await tenant.made(
                "/employers/north/mentors", #"{"name":"\#(secret)","email":"\#(secret)-\#(name)@pool.example"}"#,
                by: north)
        }
        let link = Secret()
        let invitation = InvitePerson(
            email: try Self.address("\(secret)-late@office.example"), name: secret, language: .en,
            role: .init(.committee, on: .consortium), linkHash: link.hash)
        _ = try await tenant.use { try await $0.store.perform(invitation, by: .operator, at: site.now) }
        captures["link"] = link.text
        let pool = try await tenant.members("/mentors", by: north)
        captures["leavePool.person"] = Self.person(in: pool["mentors"])
        let shown = try await tenant.members(trainee, by: lead)
        captures["unmarkLine.person"] = Self.person(in: shown["line"])
        let hosts = try await tenant.members("/hosts", by: lead)["hosts"] as? [[String: Any]] ?? []
        let host = hosts.first { $0["slug"] as? String == "north" }
        captures["unit"] = (host?["units"] as? [[String: Any]])?.first?["id"] as? String
        try await tenant.use { open in
            while try await open.store.perform(TakeEvents(), by: .system, at: tenant.site.now) > 0 {}
        }
        let webhook = try await tenant.members("/webhooks/\(captures["webhook"] ?? "")", by: lead)
        captures["delivery"] = (webhook["deliveries"] as? [[String: Any]])?.first?["id"] as? String
    }

    /// The first person in a list of objects, however deep.
    private static func person(in value: Any?) -> String? {
        if let list = value as? [Any] { return list.lazy.compactMap { person(in: $0) }.first }
        guard let object = value as? [String: Any] else { return nil }
        return object["person"] as? String ?? object.values.lazy.compactMap { person(in: $0) }.first
    }

    private static func address(_ text: String) throws -> EmailAddress {
        guard let address = EmailAddress(text) else { throw Rejection.notFound }
        return address
    }
}
