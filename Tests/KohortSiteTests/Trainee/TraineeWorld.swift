import Delivery
import Foundation
import HTTPTypes
import KohortApp
import KohortCore
import KohortStore
import KohortTesting
import Recruitment
import Tenancy

@testable import KohortSite

/// Romerike's cohort of 2013 with two trainees, of Skedsmo and of Nittedal, on a day of its first month.
struct TraineeWorld: Sendable {
    static let employer = RoundSite.Visitor.coordinator("skedsmo")
    static let elsewhere = RoundSite.Visitor.coordinator("nittedal")

    let site: RoundSite
    let cohort: CohortPlan
    let trainee: TraineeID
    /// Of another employer.
    let other: TraineeID
    var page: String { "/trainees/\(trainee)" }

    static func make(at start: String = "2013-09-10T09:00:00Z") async throws -> TraineeWorld {
        let site = try await RoundSite("romerike", at: start)
        let cohort = try await site.use {
            try await $0.store.fetch(CohortNow(slug: try Slug("lttr-2013")), by: .operator, at: site.now)
        }
        func enter(_ name: String, _ employer: String) async throws -> TraineeID {
            let id = TraineeID.new(at: site.now)
            let contact = try Self.contact(name)
            _ = try await site.perform(
                EnterTrainee(
                    trainee: id, cohort: cohort.id, employer: try await site.organisation(employer), contact: contact,
                    field: "Roads", contract: .temporary))
            return id
        }
        return TraineeWorld(
            site: site, cohort: cohort, trainee: try await enter("Kari Li", "skedsmo"),
            other: try await enter("Ola Moe", "nittedal"))
    }

    /// Somebody with an address made of the name.
    static func contact(_ name: String) throws -> Contact {
        guard let email = EmailAddress(address(name)) else { throw Rejection.notFound }
        return Contact(name: name, email: email, language: .en)
    }

    static func address(_ name: String) -> String {
        name.lowercased().replacing(" ", with: ".") + "@people.example"
    }

    /// One period at home and one away and one at home again, each of six months.
    @discardableResult func planned() async throws -> [PlacementID] {
        let (home, away) = (try await site.organisation("skedsmo"), try await site.organisation("fet"))
        let days = [("2013-09-01", "2014-03-01"), ("2014-03-01", "2014-09-01"), ("2014-09-01", "2015-03-01")]
        let items = zip(days, [home, away, home]).enumerated().map { index, row in
            PlacementItem(
                id: .new(at: site.now), part: .numbered(index + 1), host: row.1, startsOn: .day(row.0.0),
                endsBefore: .day(row.0.1))
        }
        _ = try await site.perform(PlanPlacements(trainee: trainee, items: items))
        return items.map(\.id)
    }

    /// So many more trainees of the same employer, with the same plan and names of letters alone.
    func plan(more count: Int) async throws {
        let (home, away) = (try await site.organisation("skedsmo"), try await site.organisation("fet"))
        let days = [("2013-09-01", "2014-03-01"), ("2014-03-01", "2014-09-01"), ("2014-09-01", "2015-03-01")]
        for number in 1...count {
            let id = TraineeID.new(at: site.now)
            _ = try await site.perform(
                EnterTrainee(
                    trainee: id, cohort: cohort.id, employer: home, contact: try Self.contact("Trainee \(number)"),
                    field: "Roads", contract: .temporary))
            let items = zip(days, [home, away, home]).enumerated().map { index, row in
                PlacementItem(
                    id: .new(at: site.now), part: .numbered(index + 1), host: row.1, startsOn: .day(row.0.0),
                    endsBefore: .day(row.0.1))
            }
            _ = try await site.perform(PlanPlacements(trainee: id, items: items))
        }
    }

    /// Signed in as the trainee, or as who is named to something under that name.
    func cookie(_ name: String, _ role: Role, on scope: GrantScope) async throws -> String {
        let (secret, contact) = (Secret(), try Self.contact(name))
        let invitation = InvitePerson(
            email: contact.email, name: name, language: .en, role: .init(role, on: scope), linkHash: secret.hash)
        _ = try await site.use { try await $0.store.perform(invitation, by: .operator, at: site.now) }
        let answer = try await site.send(.post, "/sign-in/\(secret.text)", as: .nobody)
        return answer.headers[.setCookie].map { String($0.prefix { $0 != ";" }) } ?? ""
    }

    func kari() async throws -> String { try await cookie("Kari Li", .trainee, on: .trainee(trainee)) }

    /// Marte As of Enebakk, where the trainee never works; mentor since she said yes.
    func mentor() async throws -> String {
        let enebakk = try await site.organisation("enebakk")
        let contact = try Self.contact("Marte As")
        _ = try await site.perform(NameToPool(organisation: enebakk, contact: contact))
        let id = MentorshipID.new(at: site.now)
        _ = try await site.perform(NameMentor(id: id, trainee: trainee, contact: contact, employedBy: enebakk))
        let cookie = try await cookie("Marte As", .committee, on: .consortium)
        _ = try await site.send(.post, "\(page)/mentors/\(id)/acceptance", as: .nobody, cookie: cookie)
        return cookie
    }

    func supervisor(of placement: PlacementID) async throws -> String {
        _ = try await site.perform(
            NameSupervisor(id: .new(at: site.now), placement: placement, contact: try Self.contact("Per Dal")))
        return try await cookie("Per Dal", .supervisor, on: .placement(placement))
    }
}

private struct CohortNow: KohortStore.Query {
    static let permission = Permission.readRounds
    let scope = Scope.consortium
    let slug: Slug

    func fetch(in read: borrowing Read) throws -> CohortPlan {
        try read.ask(CohortDirectory.self).find(.slug(slug), read)
    }
}

extension RoundSite {
    func organisation(_ slug: String) async throws -> OrganisationID {
        let consortium = try await use { try await $0.store.fetch(CurrentConsortium(), by: .anonymous, at: now) }
        guard let found = consortium.organisations.first(where: { $0.slug.text == slug }) else {
            throw Rejection.notFound
        }
        return found.id
    }
}

extension LocalDate {
    static func day(_ text: String) -> LocalDate {
        guard let date = LocalDate(text) else { preconditionFailure("no date: \(text)") }
        return date
    }
}
