import Delivery
import KohortApp
import KohortCore
import KohortOutbound
import KohortStore
import KohortTesting
import Tenancy
import Testing

@testable import KohortSite

@Suite struct NamingMailTests {
    @Test func `who is named gets a mail with who named them for what, and the way in`() async throws {
        let world = try await TraineeWorld.make()
        let placements = try await world.planned()
        _ = try await world.mails()
        _ = try await world.site.perform(
            NameSupervisor(
                id: .new(at: world.site.now), placement: placements[1], contact: try TraineeWorld.contact("Per Dal")))
        let mail = try #require(try await world.mails().first)
        #expect(mail.to.address.text == "per.dal@people.example")
        #expect(mail.subject == "You supervise Kari Li")
        #expect(
            mail.text == """
                Dear Per Dal

                Somebody has named you supervisor of Kari Li for one period. Write a development plan together when it begins.

                Trainee: Kari Li
                Employer: Skedsmo kommune
                Place: Fet kommune
                Time: 1 March – 31 August 2014

                This is how you come in: write the address that this letter came to, and you get a link to sign in by.
                http://127.0.0.1:8080/romerike/sign-in

                Is something wrong, or is it not about you? Tell Somebody.

                Kind regards, Romerike engineering trainee scheme

                """)
    }

    @Test func `it is in the language that the person reads`() async throws {
        let world = try await TraineeWorld.make()
        let placements = try await world.planned()
        _ = try await world.mails()
        for language in [Language.nb, .sv] {
            let contact = Contact(
                name: "Per", email: try TraineeWorld.contact("Per \(language)").email, language: language)
            _ = try await world.site.perform(
                NameSupervisor(id: .new(at: world.site.now), placement: placements[0], contact: contact))
            let mail = try #require(try await world.mails().first)
            #expect(mail.subject == (language == .nb ? "Du er veileder for Kari Li" : "Du är handledare för Kari Li"))
        }
    }

    @Test func `a mentor who is asked is asked for their word, and nobody is told what holds no more`() async throws {
        let world = try await TraineeWorld.make()
        _ = try await world.mails()
        let enebakk = try await world.site.organisation("enebakk")
        for name in ["Marte As", "Nils Ny"] {
            let contact = try TraineeWorld.contact(name)
            _ = try await world.site.perform(NameToPool(organisation: enebakk, contact: contact))
            _ = try await world.site.perform(
                NameMentor(id: .new(at: world.site.now), trainee: world.trainee, contact: contact))
        }
        #expect(try await world.mails().map(\.subject) == ["Will you be mentor to Kari Li?"])
    }
}

extension TraineeWorld {
    /// What waits in the outbox, as it is written now; it waits no more.
    fileprivate func mails() async throws -> [Mail] {
        let from = try #require(EmailAddress("post@kohort.example"))
        return try await site.use { open in
            let lease = LeaseMessages(limit: 50, leaseSeconds: 60)
            var mails: [Mail] = []
            for message in try await open.store.perform(lease, by: .system, at: site.now) {
                if let mail = try await site.site.correspondence(from: from).compose(message, open) {
                    mails.append(mail)
                }
            }
            return mails
        }
    }
}
